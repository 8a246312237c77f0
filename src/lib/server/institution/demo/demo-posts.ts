/** Where a person has served: a first year of training, a few short posts, then longer ones. */
import type { EstablishmentKind, ImportedAssignment, Uai } from '$lib/core/institution';
import { addDays, addYears, civilDate, dateFrom, partsOf, type CivilDate } from '$lib/core/shared';
import { demoEstablishments, type DemoEstablishment } from './demo-establishments';
import type { Random } from './random';

const secondary: readonly EstablishmentKind[] = ['college', 'college', 'lycee', 'erea'];

const workplaces: Readonly<Record<string, readonly EstablishmentKind[]>> = {
	certifie: secondary,
	agrege: ['lycee', 'lycee', 'college'],
	plp: ['lycee-professionnel'],
	peps: secondary,
	pe: ['ecole'],
	cpe: ['college', 'lycee', 'lycee-professionnel'],
	psyen: ['cio'],
	'chaire-superieure': ['lycee'],
	contractuel: ['college', 'lycee-professionnel', 'lycee']
};

function workplace(corps: string, academie: string, random: Random): DemoEstablishment {
	const kind = random.pick(workplaces[corps] ?? secondary);
	const ofAcademie = demoEstablishments.filter((one) => one.academie === academie);
	const ofKind = ofAcademie.filter((one) => one.kind === kind);
	return random.pick(ofKind.length > 0 ? ofKind : ofAcademie);
}

/** How long a post of each nature is held, in school years. */
const years = { stage: [1, 1], 'zone-remplacement': [1, 3], definitive: [4, 11] } as const;

/** Assignments in the digital age only: older ones were never entered. */
const ON_FILE_SINCE = civilDate('2004-09-01');

export function postsOf(
	corps: string,
	academie: string,
	since: CivilDate,
	today: CivilDate,
	random: Random
): readonly ImportedAssignment[] {
	const posts: ImportedAssignment[] = [];
	const isRecorded = since >= ON_FILE_SINCE;
	let from = isRecorded ? since : ON_FILE_SINCE;
	let nature: keyof typeof years = isRecorded ? 'stage' : 'definitive';
	for (;;) {
		const uai = workplace(corps, academie, random).uai as Uai;
		const [least, most] = years[nature];
		const next = dateFrom(partsOf(addYears(from, random.between(least, most))).year, 9, 1);
		if (next > today) return [...posts, { uai, nature, from, to: null, quotity: 1 }];
		posts.push({ uai, nature, from, to: addDays(next, -1), quotity: 1 });
		from = next;
		const settled: keyof typeof years =
			nature === 'stage' && random.chance(0.6) ? 'zone-remplacement' : 'definitive';
		nature = settled;
	}
}

/** One contract a school year. */
export function contractsOf(
	academie: string,
	since: CivilDate,
	today: CivilDate,
	random: Random
): readonly ImportedAssignment[] {
	const posts: ImportedAssignment[] = [];
	for (let from = since; from <= today; from = addYears(from, 1)) {
		const to = addDays(addYears(from, 1), -1);
		const uai = workplace('contractuel', academie, random).uai as Uai;
		posts.push({ uai, nature: 'contrat', from, to: to > today ? null : to, quotity: 1 });
	}
	return posts;
}
