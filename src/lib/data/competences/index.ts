/** The competences of the 2013 référentiel, loaded with the CV alone. */
import referentiel from './referentiel-2013.json';

export interface Competence {
	readonly code: string;
	readonly label: string;
}

export const competences: readonly Competence[] = referentiel.competences;
export const competencesSource = referentiel.source;
