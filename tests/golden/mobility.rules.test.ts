/** The subtle sides of the barème, one sentence each. */
import { simulateBareme } from '$lib/core/mobility';
import { mobilityReference } from '$lib/data/mobility';
import { describe, expect, test } from 'vitest';

const titulaire = {
	statut: 'titulaire',
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: 8,
	anneesDansEchelon: 0,
	academie: 'Reims',
	departement: '51',
	anneesPoste: 3,
	detachementAnnees: 0,
	participationObligatoire: false
};
const stage = {
	exContractuel: false,
	academieStage: null,
	academieConcours: null,
	dixPoints: false,
	exTitulaireEnseignant: false,
	anneesExTitulaire: 0,
	exFonctionnaire: false,
	academieAvantConcours: null
};
const stagiaire = { ...titulaire, statut: 'stagiaire', echelon: 2, anneesPoste: 0 };
const conjoints = { type: 'conjoints', departement: '35', enfants: 1 };

type Body = Record<string, unknown>;

function ask(body: Body) {
	const answer = simulateBareme(
		{ campagne: 'inter-2026', candidat: titulaire, voeux: ['Rennes', 'Nantes'], ...body },
		mobilityReference
	);
	if (!answer.ok) throw new Error(JSON.stringify(answer.error));
	// eslint-disable-next-line @typescript-eslint/no-explicit-any
	return answer.value as any;
}

function refusal(body: Body) {
	const answer = simulateBareme(
		{ campagne: 'inter-2026', candidat: titulaire, voeux: ['Rennes'], ...body },
		mobilityReference
	);
	return answer.ok ? null : answer.error;
}

interface Wish {
	lignes: { regle: string; points: number; confiance: string }[];
	exclus: { regle: string }[];
	demandes: { regle: string; points: number }[];
	manquants: { path: string }[];
	total: number;
}
const points = (wish: Wish, rule: string) =>
	wish.lignes.find(({ regle }) => regle === rule)?.points ?? null;
const excluded = (wish: Wish) => wish.exclus.map(({ regle }) => regle);
const asked = (wish: Wish) => wish.manquants.map(({ path }) => path);

describe('the example of the contract', () => {
	test('counts the family, the years apart and the distance on the two wishes', () => {
		const separation = { anneesActivite: 1, anneesConge: 0 };
		const { voeux } = ask({ famille: { rapprochement: { ...conjoints, separation } } });
		// 56 + 60 + 150,2 + 100 + 190 + 100
		expect(voeux.map((wish: Wish) => wish.total)).toEqual([656.2, 656.2]);
		expect(excluded(voeux[0])).toEqual(['non_limitrophe_departements']);
	});

	test('says which rules, when, and that it prescribes nothing', () => {
		const answer = ask({});
		expect(answer.regles).toEqual({
			version: mobilityReference.version,
			au: '2026-08-31',
			statut: 'publiees'
		});
		expect(answer.avertissement).toContain('non prescriptive');
		expect(answer.voeux[0].lignes[0]).toMatchObject({
			regle: 'anciennete_service_cn',
			pourquoi: expect.stringContaining('31\u00a0août 2025'),
			source: expect.arrayContaining([expect.objectContaining({ id: 'cgt-versailles' })]),
			confiance: 'haute'
		});
	});
});

describe('the family', () => {
	test('counts from wish 1 and on the académies touching that of the other parent', () => {
		const { voeux } = ask({
			famille: { rapprochement: conjoints },
			voeux: ['Rennes', 'Lyon', 'Normandie']
		});
		expect(voeux.map((wish: Wish) => points(wish, 'rapprochement_conjoints'))).toEqual([
			150.2,
			null,
			150.2
		]);
		expect(excluded(voeux[1])).toEqual(['rapprochement_conjoints', 'enfants']);
	});

	test('counts nowhere when wish 1 is not the académie of the other parent', () => {
		const { voeux } = ask({
			famille: {
				rapprochement: { ...conjoints, separation: { anneesActivite: 1, anneesConge: 0 } }
			},
			voeux: ['Nantes', 'Rennes']
		});
		for (const wish of voeux as Wish[]) {
			expect(excluded(wish)).toEqual([
				'rapprochement_conjoints',
				'enfants',
				'separation_activite',
				'non_limitrophe_academies',
				'non_limitrophe_departements'
			]);
			expect(wish.total).toBe(116);
		}
	});

	test('finds the département of a postal code, and asks when the code is shared', () => {
		const byCode = ask({
			famille: { rapprochement: { ...conjoints, departement: undefined, codePostal: '35000' } }
		});
		expect(points(byCode.voeux[0], 'rapprochement_conjoints')).toBe(150.2);
		const shared = { type: 'conjoints', codePostal: '42620', enfants: 1 };
		const { voeux } = ask({ famille: { rapprochement: shared }, voeux: ['Lyon'] });
		expect(points(voeux[0], 'rapprochement_conjoints')).toBeNull();
		expect(asked(voeux[0])).toEqual(['famille.rapprochement.departement']);
		expect(refusal({ famille: { rapprochement: { ...shared, departement: '35' } } })?.code).toBe(
			'simulation.invalid'
		);
	});

	test('counts leave by half, four years in all', () => {
		const years = (anneesActivite: number, anneesConge: number) => {
			const { voeux } = ask({
				famille: { rapprochement: { ...conjoints, separation: { anneesActivite, anneesConge } } }
			});
			return [
				points(voeux[0], 'separation_activite') ?? 0,
				points(voeux[0], 'separation_conge') ?? 0
			];
		};
		const total = (activity: number, leave: number) => {
			const [a = 0, b = 0] = years(activity, leave);
			return a + b;
		};
		expect([0, 1, 2, 3, 4].map((leave) => total(0, leave))).toEqual([0, 95, 190, 285, 325]);
		expect([0, 1, 2, 3, 4].map((leave) => total(1, leave))).toEqual([190, 285, 325, 420, 475]);
		expect([0, 1, 2, 3, 4].map((leave) => total(2, leave))).toEqual([325, 420, 475, 570, 600]);
		expect([0, 1, 2, 3, 4].map((leave) => total(3, leave))).toEqual([475, 570, 600, 600, 600]);
		expect(total(7, 9)).toBe(600);
		expect(years(2, 1)).toEqual([325, 95]);
	});

	test('sees no separation inside Paris and its inner ring', () => {
		const { voeux } = ask({
			candidat: { ...titulaire, academie: 'Créteil', departement: '93' },
			famille: {
				rapprochement: {
					type: 'conjoints',
					departement: '75',
					enfants: 0,
					separation: { anneesActivite: 2, anneesConge: 0 }
				}
			},
			voeux: ['Paris']
		});
		expect(points(voeux[0], 'rapprochement_conjoints')).toBe(150.2);
		expect(excluded(voeux[0])).toContain('separation_activite');
		expect(voeux[0].total).toBe(56 + 60 + 150.2);
	});

	test('gives 50 points when the académies touch and the départements do not', () => {
		const { voeux } = ask({
			candidat: { ...titulaire, departement: '52' },
			famille: {
				rapprochement: {
					type: 'conjoints',
					departement: '80',
					enfants: 0,
					separation: { anneesActivite: 1, anneesConge: 0 }
				}
			},
			voeux: ['Amiens']
		});
		expect(points(voeux[0], 'non_limitrophe_departements')).toBe(50);
		expect(points(voeux[0], 'non_limitrophe_academies')).toBeNull();
	});

	test('joint parental authority includes the first child and needs one', () => {
		const family = (enfants: number) => ({
			rapprochement: { type: 'autorite-parentale-conjointe', departement: '35', enfants }
		});
		expect(ask({ famille: family(1) }).voeux[0].total).toBe(56 + 60 + 250.2);
		expect(excluded(ask({ famille: family(0) }).voeux[0])).toEqual([
			'autorite_parentale_conjointe'
		]);
	});

	test('a simultaneous move gives 80 points and no child', () => {
		const { voeux } = ask({
			famille: {
				mutationSimultanee: { conjoint: true, academie: 'Rennes', enfants: 2, totalAutre: null }
			},
			voeux: ['Rennes', 'Nantes', 'Lyon']
		});
		expect(voeux.map((wish: Wish) => points(wish, 'mutation_simultanee_conjoints'))).toEqual([
			80,
			80,
			null
		]);
		for (const wish of voeux as Wish[]) expect(excluded(wish)).toContain('enfants');
	});
});

describe('what the law does not let add up', () => {
	const preferred = { voeuPreferentiel: { academie: 'Rennes', demandesConsecutives: 4 } };
	const sum = (body: Body) => ask(body).voeux[0] as Wish;

	test('a family request sets the preferential wish aside, never the reverse', () => {
		expect(points(sum({ situations: preferred }), 'voeu_preferentiel')).toBe(60);
		const wish = sum({ situations: preferred, famille: { rapprochement: conjoints } });
		expect(points(wish, 'rapprochement_conjoints')).toBe(150.2);
		expect(excluded(wish)).toEqual(['voeu_preferentiel']);
	});

	test('a family request sets the simultaneous move aside', () => {
		const pair = { conjoint: true, academie: 'Rennes', enfants: 0, totalAutre: null };
		const wish = sum({ famille: { rapprochement: conjoints, mutationSimultanee: pair } });
		expect(excluded(wish)).toEqual(['mutation_simultanee_conjoints']);
		expect(points(wish, 'enfants')).toBe(100);
	});

	test('the simultaneous move and the athlete set the preferential wish aside', () => {
		const pair = { conjoint: true, academie: 'Rennes', enfants: 0, totalAutre: null };
		expect(excluded(sum({ famille: { mutationSimultanee: pair }, situations: preferred }))).toEqual(
			['voeu_preferentiel']
		);
		const athlete = sum({ situations: { ...preferred, sportifAnnees: 6 } });
		expect(points(athlete, 'sportif_haut_niveau')).toBe(200);
		expect(excluded(athlete)).toEqual(['voeu_preferentiel']);
	});

	test('a former contract teacher does not take the 10 points', () => {
		const { voeux } = ask({
			candidat: { ...stagiaire, stagiaire: { ...stage, exContractuel: true, dixPoints: true } }
		});
		expect(points(voeux[0], 'stagiaire_ex_contractuel')).toBe(150);
		expect(excluded(voeux[0])).toEqual(['stagiaire_10']);
	});

	test('of a local support contract and priority education the higher counts', () => {
		const priority = { claAnnees: 3, educationPrioritaire: { type: 'rep', annees: 5 } };
		const wish = sum({ situations: priority });
		expect(points(wish, 'rep')).toBe(200);
		expect(excluded(wish)).toEqual(['cla']);
		const short = { claAnnees: 3, educationPrioritaire: { type: 'rep', annees: 4 } };
		expect(points(sum({ situations: short }), 'cla')).toBe(120);
	});

	test('the 1000 points asked for handicap never count and never remove the 100', () => {
		const { voeux } = ask({ situations: { boe: true, handicapDemande: ['Nantes'] } });
		expect(voeux.map((wish: Wish) => points(wish, 'handicap_boe'))).toEqual([100, 100]);
		expect(voeux[1].demandes).toMatchObject([{ regle: 'handicap_1000', points: 1000 }]);
		expect(voeux[1].total).toBe(216);
		expect(voeux[0].demandes).toEqual([]);
	});

	test('a centre of interests adds up with the family in the second degree', () => {
		const { voeux } = ask({
			famille: { rapprochement: { type: 'conjoints', departement: '974', enfants: 1 } },
			situations: { cimm: 'La Réunion' },
			voeux: ['La Réunion', 'Mayotte']
		});
		expect(voeux[0].total).toBe(56 + 60 + 150.2 + 100 + 1000);
		const bySea = (voeux[1] as Wish).lignes.find(
			({ regle }) => regle === 'rapprochement_conjoints'
		);
		expect(bySea).toMatchObject({ points: 150.2, confiance: 'non-verifiee' });
	});
});

describe('stagiaires', () => {
	test('have 0,1 point on the académie of the stage, and their points on wish 1', () => {
		const { voeux } = ask({
			candidat: {
				...stagiaire,
				academie: 'Nantes',
				departement: '44',
				stagiaire: { ...stage, dixPoints: true, academieConcours: 'Lyon' }
			},
			voeux: ['Rennes', 'Nantes', 'Lyon']
		});
		expect(voeux.map((wish: Wish) => wish.total)).toEqual([24, 14.1, 14.1]);
	});

	test('keep the post of a former corps, or the académie of a former function', () => {
		const former = { ...stage, exTitulaireEnseignant: true, anneesExTitulaire: 4 };
		expect(
			points(
				ask({ candidat: { ...stagiaire, stagiaire: former } }).voeux[0],
				'anciennete_poste_stagiaire'
			)
		).toBe(20 + 80 + 50);
		const clerk = { ...stage, exFonctionnaire: true, academieAvantConcours: 'Nantes' };
		const { voeux } = ask({ candidat: { ...stagiaire, stagiaire: clerk } });
		expect(voeux.map((wish: Wish) => points(wish, 'stagiaire_ex_fonctionnaire'))).toEqual([
			null,
			1000
		]);
	});

	test('count one year of separation at most for the stage', () => {
		const separation = { anneesActivite: 3, anneesConge: 0 };
		const { voeux } = ask({
			candidat: { ...stagiaire, stagiaire: stage },
			famille: { rapprochement: { ...conjoints, separation } }
		});
		expect(points(voeux[0], 'separation_activite')).toBe(190);
	});

	test('have two readings of Corsica after a contract, marked as weak', () => {
		const { voeux } = ask({
			candidat: {
				...stagiaire,
				academie: 'Corse',
				departement: '2A',
				stagiaire: { ...stage, exContractuel: true }
			},
			situations: { corseDemandes: 1 },
			voeux: ['Corse']
		});
		expect(voeux[0].lignes).toContainEqual(
			expect.objectContaining({ regle: 'corse', points: 1400, confiance: 'basse' })
		);
	});
});

describe('what is not said', () => {
	test('counts for nothing, is named, and never blocks', () => {
		const { voeux, manquants } = ask({ candidat: { statut: 'titulaire' } });
		expect(voeux[0].total).toBe(0);
		expect(asked(voeux[0])).toEqual([
			'candidat.grade',
			'candidat.echelon',
			'candidat.corps',
			'candidat.anneesDansEchelon',
			'candidat.anneesPoste',
			'candidat.detachementAnnees'
		]);
		expect(manquants.map(({ path }: { path: string }) => path)).toContain(
			'candidat.participationObligatoire'
		);
	});

	test('does not hide what is known: the score grows once answered', () => {
		const agrege = { ...titulaire, corps: 'agrege', grade: 'hors-classe', echelon: 4 };
		const { anneesDansEchelon: _, ...silent } = agrege;
		const before = ask({ candidat: silent }).voeux[0];
		expect(points(before, 'anciennete_service_hc_agreges')).toBe(91);
		expect(asked(before)).toContain('candidat.anneesDansEchelon');
		const after = ask({ candidat: { ...agrege, anneesDansEchelon: 3 } }).voeux[0];
		expect(points(after, 'anciennete_service_hc_agreges')).toBe(105);
		expect(asked(after)).toEqual([]);
	});

	test('the only wish Corsica asks how many times', () => {
		expect(asked(ask({ voeux: ['Corse'] }).voeux[0])).toEqual(['situations.corseDemandes']);
	});
});

describe('extension', () => {
	const mandatory = {
		...stagiaire,
		academie: 'Normandie',
		departement: '14',
		participationObligatoire: true,
		stagiaire: { ...stage, dixPoints: true }
	};
	const famille = { rapprochement: { type: 'conjoints', departement: '14', enfants: 0 } };

	test('takes the lowest score, without the points tied to a wish, and names the wish', () => {
		const { extension } = ask({
			candidat: mandatory,
			famille,
			voeux: ['Normandie', 'Rennes', 'Lyon']
		});
		expect(extension).toMatchObject({ points: 14, voeuLePlusFaible: 'Lyon' });
		expect(extension.pourquoi).toContain('164,2');
		const safer = ask({ candidat: mandatory, famille, voeux: ['Normandie', 'Rennes'] });
		expect(safer.extension.points).toBe(164.2);
	});

	test('exists only for whoever must take part', () => {
		expect(ask({}).extension).toBeNull();
	});

	test('keeps the bonus of a former contract teacher, marked as unverified', () => {
		const candidat = { ...mandatory, stagiaire: { ...stage, exContractuel: true } };
		const { extension } = ask({ candidat, voeux: ['Lyon'] });
		expect(extension).toMatchObject({ points: 164, confiance: 'non-verifiee' });
	});
});

describe('refusals', () => {
	const issue = (body: Body) => {
		const error = refusal(body);
		const issues = error?.meta?.['issues'] as { path: string }[] | undefined;
		return issues?.map(({ path }) => path);
	};

	test('name the field, in French', () => {
		expect(issue({ voeux: ['Reims'] })).toEqual(['voeux.0']);
		expect(issue({ voeux: ['Rennes', 'Rennes'] })).toEqual(['voeux.1']);
		expect(issue({ voeux: ['Caen'] })).toEqual(['voeux.0']);
		expect(issue({ voeux: [] })).toEqual(['voeux']);
		expect(issue({ candidat: { ...titulaire, echelon: 12 } })).toEqual(['candidat.echelon']);
		expect(issue({ candidat: { ...titulaire, corps: 'pe' } })).toEqual(['candidat.corps']);
		expect(issue({ candidat: { ...titulaire, inconnu: 1 } })).toEqual(['candidat.inconnu']);
		expect(issue({ candidat: { ...titulaire, anneesPoste: -1 } })).toEqual([
			'candidat.anneesPoste'
		]);
		expect(issue({ situations: { cimm: 'Paris' } })).toEqual(['situations.cimm']);
		expect(
			issue({ famille: { rapprochement: { type: 'conjoints', codePostal: '99999' } } })
		).toEqual(['famille.rapprochement.codePostal']);
	});

	test('a campaign without published rules computes only with those asked for, and says so', () => {
		expect(refusal({ campagne: 'inter-2027' })?.code).toBe('mobility.rules-not-published');
		expect(refusal({ campagne: 'inter-2031' })?.code).toBe('mobility.rules-not-published');
		expect(refusal({ campagne: 'inter-2027', reglesDe: 'interdepartemental-2026' })?.code).toBe(
			'mobility.rules-not-published'
		);
		const answer = ask({ campagne: 'inter-2027', reglesDe: 'inter-2026' });
		expect(answer.regles).toMatchObject({ statut: 'regles-de-inter-2026', au: '2027-08-31' });
		expect(answer.voeux[0].lignes[0].pourquoi).toContain('31\u00a0août 2026');
	});
});

describe('first degree', () => {
	const pe = {
		statut: 'titulaire',
		corps: 'pe',
		grade: 'classe-normale',
		echelon: 9,
		departement: '51',
		academie: 'Reims',
		anneesDepartement: 10,
		moisDepartement: 6
	};
	const first = (body: Body) =>
		ask({ campagne: 'interdepartemental-2026', candidat: pe, voeux: ['35', '22', '69'], ...body });

	test('counts the département beyond three years, months in proportion', () => {
		const { voeux } = first({});
		expect(voeux[0].departement).toBe('35');
		expect(points(voeux[0], 'anciennete_departement')).toBe(15 + 10);
		const odd = first({ candidat: { ...pe, anneesDepartement: 3, moisDepartement: 5 } });
		expect(points(odd.voeux[0], 'anciennete_departement')).toBe(0.8);
	});

	test('counts the family on the département and those touching it', () => {
		const rapprochement = {
			...conjoints,
			enfants: 2,
			separation: { anneesActivite: 2, anneesConge: 1 }
		};
		const { voeux } = first({ famille: { rapprochement } });
		// 39 + 25 + 150 + 100 + 225 + 80
		expect(voeux.map((wish: Wish) => wish.total)).toEqual([619, 619, 64]);
	});

	test('does not add a centre of interests to the family: the better one counts', () => {
		const body = {
			situations: { cimm: '974' },
			famille: { rapprochement: { type: 'conjoints', departement: '974', enfants: 1 } },
			voeux: ['974']
		};
		const { voeux } = first(body);
		expect(points(voeux[0], 'cimm')).toBe(600);
		expect(excluded(voeux[0])).toEqual(['rapprochement_conjoints', 'enfant']);
	});

	test('brings linked wishes to the average of the two scores', () => {
		const pair = { conjoint: true, departement: '35', enfants: 0, totalAutre: 100 };
		expect(first({ famille: { mutationSimultanee: pair } }).voeux[0].total).toBe(82);
		const unknown = first({ famille: { mutationSimultanee: { ...pair, totalAutre: null } } });
		expect(unknown.voeux[0].total).toBe(64);
		expect(asked(unknown.voeux[0])).toContain('famille.mutationSimultanee.totalAutre');
	});

	test('asks 800 points for handicap without counting them, and renews wish 1 by 5', () => {
		const { voeux } = first({
			situations: {
				handicapDemande: ['35'],
				voeuPreferentiel: { departement: '35', demandesConsecutives: 3 }
			}
		});
		expect(voeux[0].demandes).toMatchObject([{ regle: 'handicap_exceptionnel', points: 800 }]);
		expect(points(voeux[0], 'renouvellement_voeu1')).toBe(10);
		expect(points(voeux[1], 'renouvellement_voeu1')).toBeNull();
	});

	test('is closed to stagiaires, to one’s own département and to a seventh wish', () => {
		const error = (body: Body) => {
			const answer = simulateBareme(
				{ campagne: 'interdepartemental-2026', candidat: pe, voeux: ['35'], ...body },
				mobilityReference
			);
			return answer.ok ? null : answer.error.code;
		};
		expect(error({ candidat: { ...pe, statut: 'stagiaire' } })).toBe('simulation.invalid');
		expect(error({ voeux: ['51'] })).toBe('simulation.invalid');
		expect(error({ voeux: ['35', '22', '29', '56', '44', '49', '50'] })).toBe('simulation.invalid');
		expect(error({})).toBeNull();
	});

	test('shows no points where the published table has none', () => {
		const { voeux } = first({ candidat: { ...pe, echelon: 1 } });
		expect(points(voeux[0], 'echelon')).toBeNull();
		expect(excluded(voeux[0])).toEqual(['echelon']);
	});
});
