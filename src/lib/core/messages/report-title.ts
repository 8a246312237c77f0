import type { ReportSubject } from '../career';

const parts: Readonly<Record<ReportSubject, string>> = {
	identite: 'identité',
	echelon: 'échelon, grade ou corps',
	affectation: 'affectation',
	diplome: 'diplôme',
	formation: 'formation',
	autre: 'autre donnée'
};

/** Title of the exchange that an error report opens. */
export const reportTitle = (subject: ReportSubject): string =>
	`Erreur signalée\u00a0: ${parts[subject]}`;
