/** Estimates how long a password resists guessing, with French words, names and keyboards. */
import {
	auditPassword,
	LONGEST_PASSWORD,
	withoutOwnWords,
	type PasswordAudit,
	type Score
} from '$lib/core/identity';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

let factory: Promise<ZxcvbnFactory> | undefined;

async function load(): Promise<ZxcvbnFactory> {
	const [{ ZxcvbnFactory }, common, french] = await Promise.all([
		import('@zxcvbn-ts/core'),
		import('@zxcvbn-ts/language-common'),
		import('@zxcvbn-ts/language-fr')
	]);
	return new ZxcvbnFactory({
		translations: french.translations,
		graphs: common.adjacencyGraphs,
		dictionary: { ...common.dictionary, ...french.dictionary }
	});
}

/** The words of a person that a guesser would try first. */
export const wordsOf = (person: {
	firstName: string;
	lastName: string;
	identifier: string;
	email: string;
}): string[] =>
	[person.firstName, person.lastName, person.identifier, ...person.email.split(/[@.]/), 'carnet']
		.flatMap((word) => [word, ...word.split(/[\s'’-]/)])
		.filter((word) => word.length >= 3);

/** The person's own words count for nothing: what is left must resist by itself. */
export async function auditNewPassword(
	password: string,
	ownWords: readonly string[]
): Promise<PasswordAudit> {
	factory ??= load();
	const estimator = await factory;
	const bounded = password.slice(0, LONGEST_PASSWORD);
	const scoreOf = (text: string) => estimator.check(text).score as Score;
	const audit = auditPassword(password, scoreOf(bounded), ownWords);
	if (!audit.personal) return audit;
	const rest = scoreOf(withoutOwnWords(bounded, ownWords));
	return { ...audit, score: Math.min(audit.score, rest) as Score };
}
