import type { PasswordMarks } from '$lib/core/identity';

const YEAR_MS = 365 * 24 * 3600 * 1000;

/** Length, diversity, personal data, age: advice only, nothing is imposed. */
export function passwordAdvice(
	marks: PasswordMarks | null,
	changedAt: Date | null,
	now: Date
): string[] {
	const advice: string[] = [];
	if (marks && !marks.long) advice.push('Longueur\u00a0: un mot de plus le rendrait plus solide.');
	if (marks && !marks.varied) {
		advice.push('Diversité\u00a0: mêlez d’autres sortes de caractères, ou allongez-le.');
	}
	if (marks?.personal)
		advice.push('Données personnelles\u00a0: il contient un mot qui vous concerne.');
	if (changedAt && now.getTime() - changedAt.getTime() > YEAR_MS) {
		advice.push('Ancienneté\u00a0: il a plus d’un an. Changez-le s’il a servi ailleurs.');
	}
	return advice;
}
