/** The projection as a spreadsheet reads it in France: semicolons, decimal comma, UTF-8 with its mark. */
import type { ProjectionLine } from './projection-lines';
import { numericDate } from '../text/format';
import { stepTitle } from './steps';

const decimal = (value: number | null) =>
	value === null ? '' : value.toFixed(2).replace('.', ',');
const cell = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function projectionCsv(lines: readonly ProjectionLine[], notice: string): string {
	const rows = lines.flatMap(({ label, steps }) =>
		steps.map((step) => [
			label,
			numericDate(step.date),
			stepTitle(step),
			step.indice === null ? '' : String(step.indice),
			decimal(step.gross)
		])
	);
	const header = ['Scénario', 'Date', 'Étape', 'Indice majoré', 'Traitement brut mensuel (€)'];
	return `\ufeff${[header, ...rows, [notice]].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
