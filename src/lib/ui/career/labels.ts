/** Short names of corps and grades, as a person says them; the reference data keep the full ones. */
import type { ReportSubject } from '$lib/core/career';
import type { AgentRecord } from '$lib/core/institution';
import { ordinal } from '../text/format';

/** Masculine and feminine. */
const corpsNames: Readonly<Record<string, readonly [string, string]>> = {
	certifie: ['Certifié', 'Certifiée'],
	agrege: ['Agrégé', 'Agrégée'],
	plp: ['Professeur de lycée professionnel', 'Professeure de lycée professionnel'],
	peps: ['Professeur d’EPS', 'Professeure d’EPS'],
	pe: ['Professeur des écoles', 'Professeure des écoles'],
	cpe: ['Conseiller principal d’éducation', 'Conseillère principale d’éducation'],
	psyen: ['Psychologue de l’Éducation nationale', 'Psychologue de l’Éducation nationale'],
	'chaire-superieure': ['Professeur de chaires supérieures', 'Professeure de chaires supérieures'],
	contractuel: ['Contractuel', 'Contractuelle']
};

const gradeNames: Readonly<Record<string, string>> = {
	'classe-normale': 'classe normale',
	'hors-classe': 'hors-classe',
	'classe-exceptionnelle': 'classe exceptionnelle',
	unique: '',
	'categorie-1': '1re\u00a0catégorie',
	'categorie-2': '2e\u00a0catégorie'
};

const isFeminine = (civility: string) => /^(mme|madame|mlle)/i.test(civility);

export const corpsName = (corps: string, civility: string): string =>
	corpsNames[corps]?.[isFeminine(civility) ? 1 : 0] ?? corps;

export const gradeName = (grade: string): string => gradeNames[grade] ?? grade;

/** `Certifiée · classe normale` */
export const gradeLine = ({
	corps,
	grade,
	civility
}: Pick<AgentRecord, 'corps' | 'grade' | 'civility'>): string =>
	[corpsName(corps, civility), gradeName(grade)].filter(Boolean).join(' · ');

/** `8e échelon`, `5e échelon, chevron HEA1` */
export const rungLabel = (rung: { echelon: number; chevron: string | null }): string =>
	`${ordinal(rung.echelon)}\u00a0échelon${rung.chevron ? `, chevron ${rung.chevron}` : ''}`;

export const reportSubjectNames: Readonly<Record<ReportSubject, string>> = {
	identite: 'Identité',
	echelon: 'Échelon, grade ou corps',
	affectation: 'Affectation',
	diplome: 'Diplôme',
	formation: 'Formation',
	autre: 'Autre'
};
