/**
 * UAI (« unité administrative immatriculée », formerly RNE): seven digits and a check letter, the
 * remainder of the number by 23 in an alphabet without I, O and Q. The first three digits are the
 * département, with 620 and 720 for the two of Corsica.
 */
declare const uaiBrand: unique symbol;
export type Uai = string & { readonly [uaiBrand]: true };

const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const SHAPE = /^\d{7}[A-Z]$/;
const corsica: Readonly<Record<string, string>> = { '620': '2A', '720': '2B' };

export const hasUaiShape = (text: string): boolean => SHAPE.test(text);

/** @param digits the seven digits */
export const uaiCheckLetter = (digits: string): string => LETTERS[Number(digits) % 23]!;

/** The UAI written in `text`, or null when its shape or its check letter is wrong. */
export const parseUai = (text: string): Uai | null =>
	hasUaiShape(text) && uaiCheckLetter(text.slice(0, 7)) === text[7] ? (text as Uai) : null;

/** Code of the département, as the administration writes it: `08`, `2A`, `974`. */
export function departementOf(uai: Uai): string {
	const prefix = uai.slice(0, 3);
	return corsica[prefix] ?? (prefix.startsWith('0') ? prefix.slice(1) : prefix);
}
