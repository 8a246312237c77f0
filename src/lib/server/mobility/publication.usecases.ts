/**
 * Results are prepared by one person, rehearsed, and published all at once by another. Nothing
 * prepared is ever shown to those it concerns: a result exists only once it is published.
 */
import { outcomes, readRequestNumber, requestNumber, type Outcome } from '$lib/core/mobility';
import type { SessionUser } from '$lib/core/identity';
import { mobilityReference } from '$lib/data/mobility';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { parse } from 'csv-parse/sync';
import { unitOfWork } from '../db';
import { notify } from '../notifications';
import { findCampaign } from './campaigns.repository';
import { digestOf } from './filings.repository';
import { FOLLOW_UP } from './manager-step';
import type { MobilityDeps } from './mobility-deps';
import {
	candidatesOf,
	findPublication,
	insertPublication,
	markPublished,
	publishLines,
	unreadyLines,
	type Candidate,
	type PreparedLine
} from './publication.repository';

const header = ['numero', 'resultat', 'lieu'];
const plain = (text: string) =>
	text
		.normalize('NFD')
		.replace(/[\u0300-\u036F]/g, '')
		.trim()
		.toLowerCase();

function records(text: string): string[][] | null {
	try {
		const rows = parse(text, { delimiter: ';', bom: true, relax_column_count: true, trim: true });
		const [first = [], ...rest] = rows as string[][];
		return header.every((name, i) => plain(first[i] ?? '') === name) ? rest : null;
	} catch {
		return null;
	}
}

const { geography } = mobilityReference;
const isPlace = (name: string) => geography.isAcademie(name) || geography.isDepartement(name);

function problemOf(
	{ outcome, place }: { outcome: Outcome | null; place: string | null },
	candidate: Candidate | undefined,
	seen: boolean
): string | null {
	if (!candidate) return 'Cette demande n’existe pas dans la campagne.';
	if (seen) return 'Cette demande est écrite deux fois.';
	if (candidate.state !== 'commission') return 'Cette demande n’attend pas de résultat.';
	if (!outcome) return 'Résultat attendu\u00a0: obtenu, extension ou non-satisfait.';
	if (outcome === 'non-satisfait') return place ? 'Aucun lieu n’est attendu.' : null;
	if (!place || !isPlace(place)) return 'Ce lieu n’existe pas.';
	const wished = candidate.voeux.includes(place);
	return outcome === 'obtenu' && !wished ? 'Ce lieu n’est pas un vœu de la demande.' : null;
}

function readLines(rows: readonly string[][], candidates: readonly Candidate[]): PreparedLine[] {
	const byNumber = new Map(candidates.map((candidate) => [candidate.number, candidate]));
	const seen = new Set<number>();
	const lines = rows.map(([written = '', result = '', where = ''], i): PreparedLine => {
		const number = readRequestNumber(written);
		const outcome = outcomes.find((one) => one === plain(result)) ?? null;
		const place = where || null;
		const candidate = number === null ? undefined : byNumber.get(number);
		const problem = problemOf({ outcome, place }, candidate, number !== null && seen.has(number));
		if (number !== null) seen.add(number);
		return { line: i + 2, number, outcome, place, problem };
	});
	const forgotten = candidates
		.filter(({ state, number }) => state === 'commission' && !seen.has(number))
		.map(({ number }, i): PreparedLine => {
			const problem = `${requestNumber(number)} attend un résultat et n’est pas dans le fichier.`;
			return { line: rows.length + 2 + i, number, outcome: null, place: null, problem };
		});
	return [...lines, ...forgotten];
}

/** Reads the file and keeps it with what is wrong in it; nothing is shown to anybody. */
export function preparePublication(
	command: { readonly user: SessionUser; readonly campaign: string; readonly text: string },
	deps: MobilityDeps
): Promise<Result<string>> {
	const { user, campaign: campaignId, text } = command;
	return unitOfWork(async () => {
		const campaign = await findCampaign(campaignId);
		if (campaign?.academie !== user.academie) return fail(appError('http.not-found', 'not-found'));
		const rows = records(text);
		if (!rows) return fail(appError('mobility.unreadable-results', 'validation'));
		const lines = readLines(rows, await candidatesOf(campaignId));
		const id = deps.newId();
		const prepared = { preparedBy: user.id, preparedAt: deps.clock.now() };
		const sha256 = digestOf(JSON.stringify(lines));
		await insertPublication({ id, campaignId, ...prepared, sha256 }, lines);
		return ok(id);
	});
}

/** Publishes what was rehearsed, by another hand than the one that prepared it. */
export function publishResults(
	command: { readonly user: SessionUser; readonly id: string },
	deps: MobilityDeps
): Promise<Result<number>> {
	const { user, id } = command;
	return unitOfWork(async () => {
		const publication = await findPublication(id);
		if (publication?.academie !== user.academie) {
			return fail(appError('http.not-found', 'not-found'));
		}
		if (publication.publishedAt) return fail(appError('mobility.already-signed', 'conflict'));
		if (publication.preparedBy === user.id) {
			return fail(appError('mobility.same-person', 'forbidden'));
		}
		const { campaignId } = publication;
		if ((await unreadyLines(id, campaignId)) > 0) {
			return fail(appError('mobility.not-rehearsed', 'conflict'));
		}
		const at = deps.clock.now();
		await markPublished(id, { id: user.id, at });
		const told = await publishLines({ id, campaignId }, { id: user.id, at });
		const data = { file: FOLLOW_UP, what: 'Le résultat de votre demande est publié.' };
		const to = told.map(({ accountId }) => accountId);
		await notify({ kind: 'result-published', data, key: `resultat:${campaignId}`, to }, deps);
		return ok(told.length);
	});
}
