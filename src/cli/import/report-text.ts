/** The report of an import, as the terminal shows it. */
import { isWarning, type ImportIssue, type ImportReport } from '$lib/core/institution';
import { importIssueText } from '$lib/ui/text/import-issues';

const plural = (count: number, one: string, many: string) =>
	`${count.toLocaleString('fr-FR')} ${count < 2 ? one : many}`;

const statusTexts: Readonly<Record<ImportReport['status'], string>> = {
	received: 'Fichier reçu, contrôle interrompu.',
	validated: 'Fichier contrôlé, rien n’est encore appliqué.',
	applying: 'Application interrompue\u00a0: relancez la même commande, elle reprendra.',
	applied: 'Import terminé.',
	refused: 'Fichier refusé\u00a0: rien n’a été appliqué.'
};

function where({ line, column }: ImportIssue): string {
	if (line === 0) return '';
	return column === null ? `ligne ${line}\u00a0: ` : `ligne ${line}, colonne ${column}\u00a0: `;
}

const issueLine = (issue: ImportIssue) =>
	`  ${where(issue)}${importIssueText(issue)} [${issue.code}]`;

function section(title: string, issues: readonly ImportIssue[], total: number): string[] {
	if (total === 0) return [];
	const left = total - issues.length;
	const more = left > 0 ? [`  … et ${left.toLocaleString('fr-FR')} de plus`] : [];
	return [
		'',
		`${title}\u00a0: ${total.toLocaleString('fr-FR')}`,
		...issues.map(issueLine),
		...more
	];
}

export function reportText(report: ImportReport): string {
	const { agents, issues, issueCounts } = report;
	const warnings = issues.filter(isWarning);
	const faults = issues.filter((issue) => !isWarning(issue));
	const count = (wanted: boolean) =>
		Object.entries(issueCounts)
			.filter(([code]) => isWarning({ code: code as ImportIssue['code'] }) === wanted)
			.reduce((sum, [, n]) => sum + n, 0);
	const read = [
		report.encoding,
		report.separator && `séparateur «\u202f${report.separator}\u202f»`
	];
	return [
		`${report.fileName} (${[...read, plural(report.lines, 'ligne', 'lignes')].filter(Boolean).join(', ')})`,
		statusTexts[report.status],
		`  ${plural(report.establishments, 'établissement lu', 'établissements lus')}`,
		`  ${plural(agents.accepted, 'agent accepté', 'agents acceptés')}, ${plural(agents.refused, 'refusé', 'refusés')}`,
		`  ${plural(agents.created, 'créé', 'créés')}, ${plural(agents.changed, 'modifié', 'modifiés')}, ${plural(agents.unchanged, 'inchangé', 'inchangés')}`,
		...section('Motifs de refus', faults, count(false)),
		...section('À savoir', warnings, count(true))
	].join('\n');
}
