/** Disciplines, diplomas and courses that fit a corps. */
import type { Diploma, Training } from '$lib/core/institution';
import { addDays, dateFrom, partsOf, type CivilDate } from '$lib/core/shared';
import type { Random } from './random';

const general = [
	'Lettres modernes',
	'Mathématiques',
	'Histoire-géographie',
	'Anglais',
	'Allemand',
	'Espagnol',
	'Physique-chimie',
	'Sciences de la vie et de la Terre',
	'Technologie',
	'Éducation musicale',
	'Arts plastiques',
	'Sciences économiques et sociales',
	'Philosophie',
	'Documentation'
] as const;

const vocational = [
	'Mathématiques et sciences physiques',
	'Lettres-histoire',
	'Génie mécanique',
	'Économie et gestion',
	'Biotechnologies, santé et environnement',
	'Génie électrique'
] as const;

const disciplines: Readonly<Record<string, readonly string[]>> = {
	certifie: general,
	agrege: general,
	plp: vocational,
	peps: ['Éducation physique et sportive'],
	pe: ['Enseignement du premier degré'],
	cpe: ['Éducation et vie scolaire'],
	psyen: ['Éducation, développement et conseil en orientation'],
	'chaire-superieure': ['Mathématiques', 'Physique-chimie', 'Philosophie', 'Lettres classiques'],
	contractuel: [...general, ...vocational]
};

export const disciplineOf = (corps: string, random: Random): string =>
	random.pick(disciplines[corps] ?? general);

const competition: Readonly<Record<string, string>> = {
	certifie: 'CAPES',
	agrege: 'Agrégation',
	plp: 'CAPLP',
	peps: 'CAPEPS',
	pe: 'CRPE',
	cpe: 'Concours de CPE',
	psyen: 'Concours de psychologue de l’éducation nationale',
	'chaire-superieure': 'Agrégation'
};

export function diplomasOf(
	corps: string,
	discipline: string,
	entry: CivilDate,
	random: Random
): readonly Diploma[] {
	const { year } = partsOf(entry);
	const diplomas: Diploma[] = [
		{ label: `Licence, ${discipline.toLowerCase()}`, level: '6', year: year - random.between(3, 5) }
	];
	const exam = competition[corps];
	if (year >= 2012 || random.chance(0.4))
		diplomas.push({ label: 'Master MEEF', level: '7', year: year - 1 });
	if (exam) diplomas.push({ label: exam, level: null, year });
	return diplomas;
}

const courses = [
	['Évaluer par compétences', 'P5'],
	['Accueillir les élèves à besoins éducatifs particuliers', 'CC4'],
	['Numérique et différenciation', 'CC9'],
	['Prévenir le harcèlement', 'CC6'],
	['Conduire un entretien avec les familles', 'CC12'],
	['Enseigner l’oral', 'P3'],
	['Gestes de premiers secours', 'CC6'],
	['Laïcité et valeurs de la République', 'CC1'],
	['Construire un parcours d’orientation', 'CC5']
] as const;

const YEARS_ON_FILE = 6;

export function trainingsOf(
	entry: CivilDate,
	today: CivilDate,
	random: Random
): readonly Training[] {
	const thisYear = partsOf(today).year;
	const first = Math.max(partsOf(entry).year + 1, thisYear - YEARS_ON_FILE);
	const trainings: Training[] = [];
	for (let year = first; year < thisYear; year++) {
		if (random.chance(0.55)) continue;
		const [label, competence] = random.pick(courses);
		const from = dateFrom(year, random.between(1, 6), random.between(1, 28));
		const days = random.between(0, 2);
		trainings.push({
			label,
			competence,
			from,
			to: days ? addDays(from, days) : null,
			hours: 6 * (days + 1)
		});
	}
	return trainings;
}
