/**
 * Judging a request about to be filed: the same function on the phone, which warns, and on the
 * server, which decides.
 */
import { appError, fail, ok, type Result } from '../shared';
import { emptyAnswers, situationOf, type Answers } from './answers';
import { checkRequest } from './check-request';
import { evaluateBareme, type BaremeInput } from './evaluate-bareme';
import { rulesOfCampaign, type OpenCampaign } from './open-campaign';
import type { MobilityReference } from './reference';
import type { AppliedRules } from './resolve';
import type { RequestScore } from './score';

export interface Judged {
	readonly input: BaremeInput;
	readonly score: RequestScore;
	readonly rules: AppliedRules;
}

/** The score of what would be filed, or what makes it impossible. */
export function judgeRequest(
	reference: MobilityReference,
	campaign: Pick<OpenCampaign, 'template' | 'rulesOf'>,
	request: { readonly answers: Partial<Answers>; readonly voeux: readonly string[] }
): Result<Judged> {
	const rules = rulesOfCampaign(reference, campaign);
	if (!rules.ok) return rules;
	const { geography } = reference;
	const { bareme, campaign: running } = rules.value;
	const { voeux } = request;
	const answers = { ...emptyAnswers(), ...request.answers };
	const situation = situationOf(answers, running.movement, voeux, geography);
	const issues = checkRequest(situation, voeux, bareme, geography);
	if (voeux.length === 0) issues.push({ path: 'voeux', message: 'Ajoutez au moins un vœu.' });
	if (issues.length > 0)
		return fail(appError('mobility.invalid-request', 'validation', { issues }));
	const input = { campaign: running, bareme, situation, voeux, geography };
	const score = evaluateBareme(input);
	if (score.missing.length > 0) {
		const missing = score.missing.map(({ path, question }) => ({ path, message: question }));
		return fail(appError('mobility.unanswered', 'validation', { issues: missing }));
	}
	return ok({ input, score, rules: rules.value });
}

export interface Filer {
	readonly firstName: string;
	readonly lastName: string;
	readonly academie: string;
}

/** The frozen copy of a deposit. Its text is hashed: the order of the fields is part of the format. */
export interface FilingContent {
	readonly format: 1;
	readonly request: string;
	readonly number: number;
	readonly rank: number;
	readonly filedAt: string;
	readonly campaign: {
		readonly label: string;
		readonly template: string;
		readonly rulesOf: string;
	};
	readonly person: Filer;
	readonly answers: Partial<Answers>;
	readonly version: string;
	readonly voeux: readonly FiledVoeu[];
	readonly extension: number | null;
	/** Score the phone showed for each wish, when it was another one. */
	readonly shown: readonly number[] | null;
}

export interface FiledVoeu {
	readonly voeu: string;
	readonly total: number;
	readonly lines: readonly FiledLine[];
	/** Asked for, never acquired. */
	readonly requested: readonly FiledLine[];
}

export interface FiledLine {
	readonly rule: string;
	readonly label: string;
	readonly points: number;
}

const line = ({ rule, label, points }: FiledLine): FiledLine => ({ rule, label, points });

export const filedVoeux = ({ voeux }: RequestScore): FiledVoeu[] =>
	voeux.map(({ voeu, total, lines, requested }) => ({
		...{ voeu, total },
		lines: lines.filter(({ points }) => points !== 0).map(line),
		requested: requested.map(line)
	}));

/** Only what the person answered: empty answers are not kept. */
export function saidAnswers(answers: Partial<Answers>): Partial<Answers> {
	const said = Object.entries(answers).filter(([, value]) => value !== '' && value !== false);
	return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<Answers>;
}
