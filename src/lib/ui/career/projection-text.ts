/** The projection as a message: what a person may paste elsewhere, without a name. */
import { longDate, money } from '../text/format';
import type { ProjectionLine } from './projection-lines';
import { stepTitle, stepWhen } from './steps';

export function projectionText(lines: readonly ProjectionLine[], notice: string): string {
	const parts = lines.map(({ label, steps }) =>
		[
			`Projection ${label}`,
			...steps.map((step) => {
				const pay = step.gross === null ? '' : `, INM ${step.indice}, ${money(step.gross)} brut`;
				return `- ${step.schoolYear ? stepWhen(step) : longDate(step.date)}\u00a0: ${stepTitle(step)}${step.schoolYear ? '' : pay}`;
			})
		].join('\n')
	);
	return `${[...parts, notice].join('\n\n')}\n`;
}
