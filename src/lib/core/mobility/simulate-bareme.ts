/** `POST /api/v1/simulations/bareme`: the engine's answer in the words of the open contract. */
import { cite, simulation } from '../reference';
import { appError, fail, ok } from '../shared';
import { checkRequest } from './check-request';
import { evaluateBareme } from './evaluate-bareme';
import type { MobilityReference } from './reference';
import { baremeRequestSchema } from './request.schema';
import { resolveRules, type AppliedRules } from './resolve';
import type { Extension, Line, VoeuScore } from './score';

const line = ({ rule, label, points, why }: Line) => ({
	regle: rule,
	libelle: label,
	points,
	...cite(why)
});

const voeu = (score: VoeuScore, place: 'academie' | 'departement') => ({
	rang: score.rang,
	[place]: score.voeu,
	total: score.total,
	lignes: score.lines.map(line),
	demandes: score.requested.map(({ rule, label, points, reason, why }) => ({
		regle: rule,
		libelle: label,
		points,
		raison: reason,
		...cite(why)
	})),
	exclus: score.excluded.map(({ rule, label, reason, confidence }) => ({
		regle: rule,
		libelle: label,
		raison: reason,
		confiance: confidence
	})),
	manquants: score.missing
});

const extension = ({ points, lines, weakest, why }: Extension) => ({
	points,
	lignes: lines.map(line),
	voeuLePlusFaible: weakest,
	...cite(why)
});

const statusOf = ({ published, rulesOf }: AppliedRules) =>
	published ? 'publiees' : `regles-de-${rulesOf.id}`;

export const simulateBareme = /* @__PURE__ */ simulation(
	baremeRequestSchema,
	({ campagne, reglesDe, voeux, ...situation }, reference: MobilityReference) => {
		const rules = resolveRules(reference, campagne, reglesDe ?? null);
		if (!rules.ok) return rules;
		const { campaign, bareme } = rules.value;
		const { geography } = reference;
		const issues = checkRequest(situation, voeux, bareme, geography);
		if (issues.length > 0) return fail(appError('simulation.invalid', 'validation', { issues }));
		const score = evaluateBareme({ campaign, bareme, situation, voeux, geography });
		const place = campaign.movement === 'inter' ? 'academie' : 'departement';
		return ok({
			values: {
				voeux: score.voeux.map((one) => voeu(one, place)),
				extension: score.extension ? extension(score.extension) : null
			},
			au: campaign.dates.anciennetePoste.value,
			statut: statusOf(rules.value),
			manquants: score.missing
		});
	}
);
