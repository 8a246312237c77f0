const LONGEST = 254;

/** The name typed at sign-in, identifier or academic address, as accounts keep theirs. */
export const normaliseSignInName = (typed: string): string =>
	typed.normalize('NFKC').trim().toLowerCase().slice(0, LONGEST);
