const FORMAT = /^[0-9A-Z]{13}$/;

/** The NUMEN as files write it, or null when what was typed cannot be one. */
export function normaliseNumen(typed: string): string | null {
	const numen = typed.replace(/[\s.-]/g, '').toUpperCase();
	return FORMAT.test(numen) ? numen : null;
}
