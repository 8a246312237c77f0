/**
 * The barème, wish by wish. Pure: the same campaign, situation and wishes give the same score on the
 * phone, on the server and in the open API. Each rule has three answers: it counts; it does not,
 * because; nobody can say before a question is answered, and then it counts for nothing meanwhile.
 */
import type { Explanation } from '../reference';
import { roundPoints } from './amount';
import type { Bareme } from './campaign';
import { setAside } from './combine';
import { evaluateRule, type Evaluated, type Outcome } from './evaluate-rule';
import { extensionOf } from './extension';
import { factLabels, factText } from './fact-labels';
import { requestFacts, wishFacts, type Facts } from './facts';
import { familyZone } from './family-facts';
import type { Geography } from './geography';
import type { Question } from './missing';
import type { Answer } from './predicate';
import type { RunningCampaign } from './resolve';
import type { Rule } from './rule';
import { dependsOnWish } from './rule-scope';
import type { Excluded, Line, Requested, RequestScore, VoeuScore } from './score';
import type { Situation } from './situation';

export interface BaremeInput {
	readonly campaign: RunningCampaign;
	readonly bareme: Bareme;
	readonly situation: Situation;
	/** In order of preference, at least one. */
	readonly voeux: readonly string[];
	readonly geography: Geography;
}

interface Prepared extends BaremeInput {
	readonly rules: ReadonlyMap<string, Rule>;
	readonly factsOf: (index: number) => Facts;
	/** Answers of the rules that no wish changes, kept from one wish to the next. */
	readonly settled: Map<string, Evaluated>;
	readonly explain: (rule: Rule, facts: Facts, confidence: Rule['confidence']) => Explanation;
}

function prepare(input: BaremeInput): Prepared {
	const { campaign, bareme, situation, voeux, geography } = input;
	const shared = requestFacts(situation, bareme, geography);
	const zone = familyZone(situation, bareme, geography, voeux);
	const sources = new Map(bareme.sources.map((source) => [source.id, source]));
	const explained = new Map<string, Explanation>();
	const explain: Prepared['explain'] = (rule, facts, confidence) => {
		const before = explained.get(rule.id);
		if (before && !dependsOnWish(rule)) return before;
		const explanation: Explanation = {
			rule: rule.id,
			text: before?.text ?? dated(rule.text, campaign.year),
			inputs: rule.inputs.map((name) => ({
				label: factLabels[name],
				value: factText(facts[name])
			})),
			sources: before?.sources ?? rule.sources.flatMap((id) => sources.get(id) ?? []),
			confidence,
			at: campaign.dates[rule.readAt].value
		};
		explained.set(rule.id, explanation);
		return explanation;
	};
	return {
		...input,
		rules: new Map(bareme.rules.map((rule) => [rule.id, rule])),
		factsOf: (index) => ({
			...shared,
			...wishFacts(situation, voeux, index),
			...zone(voeux[index]!)
		}),
		settled: new Map(),
		explain
	};
}

const dated = (text: string, year: number) =>
	text.replaceAll('{N-1}', String(year - 1)).replaceAll('{N}', String(year));

function onlyOnce(questions: readonly Question[]): Question[] {
	const byPath = new Map<string, Question>();
	for (const { path, question } of questions) {
		if (!byPath.has(path)) byPath.set(path, { path, question });
	}
	return [...byPath.values()];
}

const averages = (rule: Rule) =>
	rule.cases.some((one) => one.amounts.some((amount) => amount.kind === 'average'));

function evaluateVoeu(prepared: Prepared, index: number): VoeuScore {
	const { bareme, rules, explain, settled } = prepared;
	const facts = prepared.factsOf(index);
	const outcomes = new Map<string, Outcome>();
	const asked = new Map<string, readonly Question[]>();
	const counting = (id: string): Answer => {
		const outcome = outcomes.get(id);
		if (outcome?.is === 'waiting') return asked.get(id) ?? [];
		return outcome?.is === 'counts';
	};
	const run = (rule: Rule, subtotal: number) => {
		const evaluated = settled.get(rule.id) ?? evaluateRule(rule, facts, counting, subtotal);
		if (!dependsOnWish(rule)) settled.set(rule.id, evaluated);
		outcomes.set(rule.id, evaluated.outcome);
		if (evaluated.questions.length > 0) asked.set(rule.id, evaluated.questions);
	};
	const total = () => {
		let sum = 0;
		for (const [id, outcome] of outcomes) {
			if (outcome.is === 'counts' && !rules.get(id)!.asked) sum += outcome.points;
		}
		return roundPoints(sum);
	};

	for (const rule of bareme.rules) if (!averages(rule)) run(rule, 0);
	setAside(bareme, rules, outcomes);
	// An average bears on the score once everything else is settled.
	for (const rule of bareme.rules) if (averages(rule)) run(rule, total());

	const lines: Line[] = [];
	const requested: Requested[] = [];
	const excluded: Excluded[] = [];
	for (const rule of bareme.rules) {
		const outcome = outcomes.get(rule.id)!;
		const { id, label } = rule;
		if (outcome.is === 'excluded') {
			const { reason, confidence } = outcome;
			excluded.push({ rule: id, label, reason, confidence });
		} else if (outcome.is === 'counts') {
			const why = explain(rule, facts, outcome.confidence);
			const { points } = outcome;
			if (rule.asked) requested.push({ rule: id, label, points, reason: why.text, why });
			else lines.push({ rule: id, label, points, why });
		}
	}
	return {
		rang: index + 1,
		voeu: prepared.voeux[index]!,
		total: total(),
		lines,
		requested,
		excluded,
		missing: onlyOnce([...asked.values()].flat())
	};
}

/** The score of each wish, the extension score of whoever must take part, and what is left to ask. */
export function evaluateBareme(input: BaremeInput): RequestScore {
	const prepared = prepare(input);
	const voeux = input.voeux.map((_, index) => evaluateVoeu(prepared, index));
	const mandatory = input.situation.candidat.participationObligatoire;
	const questions = voeux.flatMap((voeu) => voeu.missing);
	if (mandatory === undefined && input.bareme.extension) {
		questions.push({
			path: 'candidat.participationObligatoire',
			question: 'Votre participation est-elle obligatoire\u202f?'
		});
	}
	return {
		voeux,
		extension: mandatory ? extensionOf(voeux, prepared.rules, input) : null,
		missing: onlyOnce(questions)
	};
}
