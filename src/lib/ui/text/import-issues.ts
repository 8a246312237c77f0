/**
 * French text of each reason in an import's report: what the line says, and what it should say. The
 * reader has the file open beside the report, so the line and the column do most of the work.
 */
import type { ImportIssue, ImportIssueCode } from '$lib/core/institution';

type Text = string | ((issue: ImportIssue) => string);

const shown = ({ value }: ImportIssue): string => (value ? ` («\u202f${value}\u202f»)` : '');
const other = ({ otherLine }: ImportIssue): string => `ligne ${otherLine ?? ''}`;

export const importIssueTexts: Readonly<Record<ImportIssueCode, Text>> = {
	'institution.import.empty-file': 'Le fichier est vide.',
	'institution.import.unsupported-encoding':
		'Ce fichier n’est pas un texte lisible\u00a0: enregistrez-le en CSV, UTF-8 ou Windows-1252.',
	'institution.import.unknown-separator':
		'Les colonnes ne sont séparées ni par un point-virgule ni par une virgule.',
	'institution.import.missing-columns': (issue) =>
		`Il manque des colonnes obligatoires${shown(issue)}.`,
	'institution.import.repeated-columns': (issue) =>
		`Des colonnes portent le même nom${shown(issue)}.`,
	'institution.import.malformed-csv':
		'Un guillemet ouvert n’est jamais refermé\u00a0: la suite du fichier ne peut pas être lue.',
	'institution.import.unknown-type': (issue) =>
		`Type de ligne inconnu${shown(issue)}\u00a0: agent, affectation, echelon, diplome, formation ou etablissement.`,
	'institution.import.wrong-cell-count': 'La ligne n’a pas autant de cellules que l’en-tête.',
	'institution.import.missing-value': 'La valeur est obligatoire.',
	'institution.import.text-too-long': 'Le texte est trop long.',
	'institution.import.invalid-numen': 'Le NUMEN n’a pas 13 chiffres et lettres capitales.',
	'institution.import.unknown-academie': (issue) =>
		`Code d’académie inconnu${shown(issue)}\u00a0: deux chiffres, par exemple 19 pour Reims.`,
	'institution.import.invalid-civility': (issue) => `Civilité${shown(issue)}\u00a0: M. ou Mme.`,
	'institution.import.invalid-email': 'L’adresse de courriel est mal formée.',
	'institution.import.invalid-date': (issue) =>
		`Cette date n’existe pas${shown(issue)}\u00a0: AAAA-MM-JJ ou JJ/MM/AAAA.`,
	'institution.import.date-out-of-range': 'La date est avant 1930 ou après 2099.',
	'institution.import.dates-out-of-order': 'Cette date vient avant celle qu’elle devrait suivre.',
	'institution.import.invalid-number': (issue) => `Nombre impossible${shown(issue)}.`,
	'institution.import.invalid-quotity': (issue) =>
		`Quotité impossible${shown(issue)}\u00a0: 1, 0,8 ou 80\u00a0%.`,
	'institution.import.unknown-corps': (issue) => `Corps inconnu${shown(issue)}.`,
	'institution.import.unknown-grade': (issue) =>
		`Ce grade n’existe pas dans ce corps${shown(issue)}.`,
	'institution.import.unknown-echelon': (issue) =>
		`Cet échelon n’existe pas dans ce grade${shown(issue)}.`,
	'institution.import.unknown-chevron': (issue) =>
		`Ce chevron n’existe pas à cet échelon${shown(issue)}.`,
	'institution.import.unknown-nature': (issue) => `Nature d’affectation inconnue${shown(issue)}.`,
	'institution.import.unknown-kind': (issue) => `Nature d’établissement inconnue${shown(issue)}.`,
	'institution.import.invalid-uai': (issue) =>
		`Ce n’est pas un code UAI (RNE)${shown(issue)}\u00a0: sept chiffres et une lettre.`,
	'institution.import.uai-check-letter': (issue) =>
		`La lettre de contrôle de l’UAI (RNE) n’est pas la bonne${shown(issue)}.`,
	'institution.import.unknown-departement': (issue) =>
		`Cet UAI n’appartient à aucun département d’une académie${shown(issue)}.`,
	'institution.import.unknown-establishment': (issue) =>
		`Établissement inconnu${shown(issue)}\u00a0: ajoutez sa ligne etablissement avant les agents.`,
	'institution.import.invalid-postal-code': (issue) => `Code postal impossible${shown(issue)}.`,
	'institution.import.no-agent-line': 'Ces lignes n’ont pas de ligne agent de même NUMEN.',
	'institution.import.second-agent-line': 'Une ligne agent de même NUMEN précède déjà celle-ci.',
	'institution.import.position-mismatch':
		'La dernière ligne echelon ne dit pas la même position que la ligne agent.',
	'institution.import.too-many-lines': 'Trop de lignes pour un seul agent.',
	'institution.import.agent-repeated': (issue) =>
		`Le même NUMEN revient ailleurs avec un autre contenu (${other(issue)})\u00a0: les lignes d’un agent doivent se suivre.`,
	'institution.import.unknown-columns': (issue) => `Colonnes laissées de côté${shown(issue)}.`,
	'institution.import.line-repeated': (issue) =>
		`Ligne identique à la ${other(issue)}\u00a0: comptée une fois.`,
	'institution.import.same-agent-repeated': (issue) =>
		`Agent identique à celui de la ${other(issue)}\u00a0: compté une fois.`
};

export function importIssueText(issue: ImportIssue): string {
	const text = importIssueTexts[issue.code];
	return typeof text === 'string' ? text : text(issue);
}
