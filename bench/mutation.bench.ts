/** `npm run bench mutation`: the barème of a full request must cost a phone nothing. */
import { evaluateBareme, resolveRules, type Situation } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';

const { geography } = mobilityReference;
const rules = resolveRules(mobilityReference, 'inter-2026', null);
if (!rules.ok) throw new Error('inter-2026 has no rules');
const { campaign, bareme } = rules.value;

const situation: Situation = {
	candidat: {
		statut: 'stagiaire',
		corps: 'certifie',
		grade: 'classe-normale',
		echelon: 4,
		academie: 'Reims',
		departement: '51',
		participationObligatoire: true,
		stagiaire: { exContractuel: true, dixPoints: true, academieConcours: 'Nantes' }
	},
	famille: {
		rapprochement: {
			type: 'conjoints',
			departement: '35',
			enfants: 2,
			separation: { anneesActivite: 1, anneesConge: 1 }
		}
	},
	situations: {
		boe: true,
		handicapDemande: ['Rennes'],
		educationPrioritaire: { type: 'rep+', annees: 5 },
		claAnnees: 3
	}
};
const voeux = ['Rennes', ...geography.academies.map(({ name }) => name)].filter(
	(name, i, all) => all.indexOf(name) === i
);

const times: number[] = [];
for (let run = 0; run < 2200; run++) {
	const start = performance.now();
	evaluateBareme({ campaign, bareme, situation, voeux, geography });
	if (run >= 200) times.push(performance.now() - start);
}
times.sort((a, b) => a - b);
const at = (share: number) => times[Math.floor(times.length * share)]!.toFixed(3);
const median = Number(at(0.5));
process.stdout.write(
	`barème de ${voeux.length} vœux : médiane ${at(0.5)} ms, p95 ${at(0.95)} ms (au plus 1 ms)\n`
);
if (median > 1) process.exitCode = 1;
