/** The two teachers of the demonstration whose accounts anyone may enter, told step by step. */
import type { CareerStep, ImportedAgent, Uai } from '$lib/core/institution';
import { civilDate } from '$lib/core/shared';
import { demoEstablishments } from './demo-establishments';

export interface DemoPerson {
	readonly key: 'enseignante' | 'enseignant-eps';
	readonly numen: string;
	readonly agent: ImportedAgent;
}

const uaiOf = (name: string): Uai =>
	demoEstablishments.find((one) => one.name === name)!.uai as Uai;

const clos = uaiOf('Collège du Clos-Saint-Rémy');
const fismes = uaiOf('Collège de la Montagne-Claire');
const craie = uaiOf('Collège de la Craie');
const promenades = uaiOf('Lycée des Promenades-Hautes');
const patis = uaiOf('Lycée des Pâtis');

const ladder = (corps: string, dates: readonly string[]): readonly CareerStep[] =>
	dates.map((from, index) => ({
		corps,
		grade: 'classe-normale',
		echelon: index + 1,
		chevron: null,
		from: civilDate(from)
	}));

const claire: ImportedAgent = {
	academie: '19',
	civility: 'Mme',
	lastName: 'Marchal',
	firstName: 'Claire',
	birthDate: civilDate('1986-04-17'),
	email: 'claire.marchal@ac-reims.example',
	corps: 'certifie',
	grade: 'classe-normale',
	echelon: 8,
	chevron: null,
	echelonSince: civilDate('2025-03-01'),
	gradeSince: civilDate('2010-09-01'),
	corpsSince: civilDate('2010-09-01'),
	discipline: 'Lettres modernes',
	quotity: 1,
	uai: clos,
	leftAt: null,
	assignments: [
		{
			uai: craie,
			nature: 'stage',
			from: civilDate('2010-09-01'),
			to: civilDate('2011-08-31'),
			quotity: 1
		},
		{
			uai: fismes,
			nature: 'zone-remplacement',
			from: civilDate('2011-09-01'),
			to: civilDate('2014-08-31'),
			quotity: 1
		},
		{
			uai: fismes,
			nature: 'definitive',
			from: civilDate('2014-09-01'),
			to: civilDate('2019-08-31'),
			quotity: 1
		},
		{ uai: clos, nature: 'definitive', from: civilDate('2019-09-01'), to: null, quotity: 1 }
	],
	steps: ladder('certifie', [
		'2010-09-01',
		'2011-09-01',
		'2012-09-01',
		'2014-09-01',
		'2016-09-01',
		'2019-03-01',
		'2022-03-01',
		'2025-03-01'
	]),
	diplomas: [
		{ label: 'Licence de lettres modernes', level: '6', year: 2007 },
		{ label: 'Master de lettres', level: '7', year: 2009 },
		{ label: 'CAPES de lettres modernes', level: null, year: 2010 }
	],
	trainings: [
		{
			label: 'Enseigner l’oral',
			from: civilDate('2023-01-17'),
			to: civilDate('2023-01-18'),
			hours: 12,
			competence: 'P3'
		},
		{
			label: 'Évaluer par compétences',
			from: civilDate('2024-11-14'),
			to: null,
			hours: 6,
			competence: 'P5'
		},
		{
			label: 'Numérique et différenciation',
			from: civilDate('2026-03-24'),
			to: civilDate('2026-03-25'),
			hours: 12,
			competence: 'CC9'
		}
	]
};

const bastien: ImportedAgent = {
	academie: '19',
	civility: 'M.',
	lastName: 'Garenne',
	firstName: 'Bastien',
	birthDate: civilDate('1982-11-05'),
	email: 'bastien.garenne@ac-reims.example',
	corps: 'peps',
	grade: 'classe-normale',
	echelon: 9,
	chevron: null,
	echelonSince: civilDate('2024-09-01'),
	gradeSince: civilDate('2006-09-01'),
	corpsSince: civilDate('2006-09-01'),
	discipline: 'Éducation physique et sportive',
	quotity: 1,
	uai: promenades,
	leftAt: null,
	assignments: [
		{
			uai: patis,
			nature: 'stage',
			from: civilDate('2006-09-01'),
			to: civilDate('2007-08-31'),
			quotity: 1
		},
		{
			uai: patis,
			nature: 'definitive',
			from: civilDate('2007-09-01'),
			to: civilDate('2016-08-31'),
			quotity: 1
		},
		{ uai: promenades, nature: 'definitive', from: civilDate('2016-09-01'), to: null, quotity: 1 }
	],
	steps: ladder('peps', [
		'2006-09-01',
		'2007-09-01',
		'2008-09-01',
		'2010-09-01',
		'2012-09-01',
		'2015-03-01',
		'2018-03-01',
		'2021-03-01',
		'2024-09-01'
	]),
	diplomas: [
		{ label: 'Licence STAPS', level: '6', year: 2004 },
		{ label: 'CAPEPS', level: null, year: 2006 }
	],
	trainings: [
		{
			label: 'Gestes de premiers secours',
			from: civilDate('2024-02-06'),
			to: null,
			hours: 6,
			competence: 'CC6'
		},
		{
			label: 'Évaluer les activités de pleine nature',
			from: civilDate('2025-05-20'),
			to: civilDate('2025-05-21'),
			hours: 12,
			competence: 'P5'
		}
	]
};

export const demoPeople: readonly DemoPerson[] = [
	{ key: 'enseignante', numen: '19E0000001CMA', agent: claire },
	{ key: 'enseignant-eps', numen: '19E0000002BGA', agent: bastien }
];
