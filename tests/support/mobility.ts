/** A mutation campaign for tests: a clock that goes through its windows, and people on both sides. */
import {
	emptyAnswers,
	judgeRequest,
	type Answers,
	type RequestFile,
	type WrittenWindows
} from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { PROTOCOL, type MutationResult } from '$lib/core/sync';
import { mobilityReference } from '$lib/data/mobility';
import { db } from '$lib/server/db';
import { campaignsOfAcademie, openCampaign, type StoredCampaign } from '$lib/server/mobility';
import { push } from '$lib/server/sync';
import { syncTargets } from '$lib/server/sync-sources';
import { randomUUID } from 'node:crypto';
import { anAcademie, anAccount } from './people';

let now = new Date('2026-11-10T10:00:00Z');
export const clock = { now: () => now };
export const deps = { clock, newId: () => randomUUID() };
export const itIs = (instant: string) => void (now = new Date(instant));

export const windows: WrittenWindows = {
	saisie: { from: '2026-11-04T11:00:00Z', to: '2026-11-25T11:00:00Z' },
	confirmation: { from: '2026-11-04T11:00:00Z', to: '2026-12-04T23:00:00Z' },
	contestation: { from: '2027-01-13T08:00:00Z', to: '2027-01-28T22:59:00Z' },
	annulation: { from: '2026-11-04T11:00:00Z', to: '2027-02-05T23:00:00Z' },
	recours: { from: '2027-03-10T08:00:00Z', to: '2027-05-10T22:00:00Z' }
};

export async function anOpenCampaign(code?: string, name?: string): Promise<StoredCampaign> {
	const academie = await anAcademie(code, name);
	await openCampaign({ user: { id: null, academie }, template: 'inter-2027', windows }, deps);
	return (await campaignsOfAcademie(academie))[0]!;
}

export const aManager = () => anAccount({ role: 'gestionnaire' });

export const answers: Answers = {
	...emptyAnswers(),
	...{ corps: 'certifie', echelon: '8', departement: '51', anneesPoste: '3' },
	...{ famille: 'conjoints', codePostal: '35000', enfants: '1' }
};
export const voeux = ['Rennes', 'Lyon'];

export function shownTotals(campaign: StoredCampaign) {
	const judged = judgeRequest(mobilityReference, campaign, { answers, voeux });
	if (!judged.ok) throw new Error(JSON.stringify(judged.error));
	return judged.value.score.voeux.map(({ total }) => total);
}

export const deposit = (campaign: StoredCampaign, id: string = randomUUID()) => ({
	...{ id, campaign: campaign.id, answers, voeux },
	shown: { version: mobilityReference.version, totals: shownTotals(campaign) }
});

/** Sends one act as a phone does, and gives what the server answered. */
export async function send(
	user: SessionUser,
	kind: string,
	args: object,
	id: string = randomUUID()
): Promise<MutationResult> {
	const { epoch } = await db().selectFrom('installation').select('epoch').executeTakeFirstOrThrow();
	const mutation = { id, ordinal: 1, kind, args, base: null, at: '2020-01-01T00:00:00Z' };
	const request = { protocol: PROTOCOL, user: user.id, epoch, device: randomUUID() };
	const onTrouble = (error: unknown) => {
		throw error;
	};
	const answer = await push({
		...{ user, targets: syncTargets, clock, onTrouble },
		request: { ...request, mutations: [mutation] }
	});
	if (!answer.ok) throw new Error(answer.error.code);
	return answer.value.results[0]!;
}

/** The request as the phone would now show it. */
export function fileIn(result: MutationResult): RequestFile {
	const row = 'row' in result ? result.row : null;
	if (!row?.body) throw new Error(`no request in ${JSON.stringify(result)}`);
	return row.body as RequestFile;
}
