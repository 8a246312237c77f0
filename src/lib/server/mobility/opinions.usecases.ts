/** A head's opinion on a special route: asked by the person, given once by the head of their school. */
import { can, type SessionUser } from '$lib/core/identity';
import { lacksReason, type Guide, type OpinionVerdict } from '$lib/core/mobility';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import guides from '$lib/data/mobility/guides.json';
import { unitOfWork } from '../db';
import { recordOf } from '../institution';
import { notify } from '../notifications';
import { bumpStream } from '../sync';
import type { MobilityDeps } from './mobility-deps';
import { findOpinion, insertOpinion, opinionsOfSchool, storeOpinion } from './opinions.repository';
import type { OwnerAct } from './owner-acts.usecases';

const routes = guides as unknown as readonly Guide[];
const routeOf = (id: string) => routes.find((route) => route.id === id);

export interface Question {
	readonly id: string;
	readonly route: string;
	readonly target: string;
}

export async function askHead(act: OwnerAct, question: Question): Promise<Result<void>> {
	const { user, at, rev } = act;
	if (!routeOf(question.route)?.opinion) {
		return fail(appError('mobility.opinion-not-asked', 'conflict'));
	}
	const record = user.agentId ? await recordOf(user.agentId) : null;
	if (!record?.establishment) return fail(appError('mobility.no-school', 'conflict'));
	const asked = await insertOpinion({ ...question, user, uai: record.establishment.uai, at, rev });
	return asked ? ok(undefined) : fail(appError('mobility.opinion-awaited', 'conflict'));
}

export async function opinionsAsked(user: SessionUser) {
	if (!user.uai) return [];
	const opinions = await opinionsOfSchool(user.uai, user.academie);
	return opinions.map(({ route, ...opinion }) => ({
		...opinion,
		route: routeOf(route)?.title ?? route
	}));
}

export interface GiveCommand {
	readonly user: SessionUser;
	readonly id: string;
	readonly verdict: OpinionVerdict;
	readonly words: string;
}

export async function giveHeadOpinion(
	{ user, id, verdict, words }: GiveCommand,
	deps: MobilityDeps
): Promise<Result<void>> {
	const asked = await findOpinion(id);
	if (!asked || !can(user, 'opinion.give', asked)) {
		return fail(appError('http.not-found', 'not-found'));
	}
	if (lacksReason(verdict, words))
		return fail(appError('mobility.opinion-unexplained', 'validation'));
	return unitOfWork(async () => {
		const rev = await bumpStream(`user:${asked.accountId}`);
		const given = { verdict, words: words.trim(), by: user.id, at: deps.clock.now(), rev };
		if (!(await storeOpinion(id, given))) {
			return fail(appError('mobility.opinion-given', 'conflict'));
		}
		const file = `guides/${asked.route}`;
		const next = routeOf(asked.route)?.title ?? '';
		await notify(
			{
				kind: 'status-changed',
				data: { file, status: 'Avis rendu', next },
				...{ key: `avis:${id}`, to: [asked.accountId] }
			},
			deps
		);
		return ok(undefined);
	});
}
