/** Valibot's issues as French sentences; a message written in the schema itself is kept. */
import * as v from 'valibot';
import { frenchNumber } from './french';
import type { Issue } from './refusal';

/** `("a" | "b")` as `a, b` */
const listOf = (expected: string | null) =>
	(expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ');

const number = (value: unknown) =>
	typeof value === 'number' ? frenchNumber(value) : String(value);

function sentence(issue: v.BaseIssue<unknown>): string {
	if (!issue.message.startsWith('Invalid ')) return issue.message;
	if (issue.received === 'undefined') return 'Champ obligatoire.';
	switch (issue.type) {
		case 'strict_object':
			return issue.expected === 'never' ? 'Champ inconnu.' : 'Objet attendu.';
		case 'picklist':
			return `Valeurs possibles\u00a0: ${listOf(issue.expected)}.`;
		case 'literal':
			return `Valeur attendue\u00a0: ${issue.expected}.`;
		case 'min_value':
			return `Valeur minimale\u00a0: ${number(issue.requirement)}.`;
		case 'max_value':
			return `Valeur maximale\u00a0: ${number(issue.requirement)}.`;
		case 'max_length':
			return `Au plus ${number(issue.requirement)} éléments.`;
		case 'min_length':
			return `Au moins ${number(issue.requirement)} éléments.`;
		case 'integer':
			return 'Nombre entier attendu.';
		case 'finite':
		case 'number':
			return 'Nombre attendu.';
		case 'boolean':
			return 'Valeur attendue\u00a0: true ou false.';
		case 'string':
			return 'Texte attendu.';
		case 'array':
			return 'Liste attendue.';
		default:
			return 'Valeur impossible.';
	}
}

export const frenchIssues = (issues: readonly v.BaseIssue<unknown>[]): Issue[] =>
	issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', message: sentence(issue) }));
