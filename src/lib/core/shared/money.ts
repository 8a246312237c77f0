/** Amounts are euros with two decimals; sums and products go through whole cents. */
export const roundCents = (euros: number): number =>
	Math.sign(euros) * (Math.round(Math.abs(euros) * 100 + 1e-7) / 100) || 0;
