const ligatures: Readonly<Record<string, string>> = {
	œ: 'oe',
	æ: 'ae',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd'
};

const folded = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[œæßøłđ]/g, (letter) => ligatures[letter] ?? '')
		.normalize('NFD')
		.replace(/[^a-z]/g, '');

/**
 * First letter of the first name, then the surname: `Jean-Noël Lœuillet-d’Arc` gives `jloeuilletdarc`.
 * Homonyms are told apart by a digit, which the caller adds.
 */
export const identifierStem = (firstName: string, lastName: string): string =>
	folded(firstName).slice(0, 1) + folded(lastName);

/** The first free identifier of a stem: `cmartin`, then `cmartin1`, `cmartin2`… */
export function nextIdentifier(stem: string, taken: ReadonlySet<string>): string {
	if (!taken.has(stem)) return stem;
	for (let digit = 1; ; digit++) {
		if (!taken.has(`${stem}${digit}`)) return `${stem}${digit}`;
	}
}
