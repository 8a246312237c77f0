/**
 * What a person says of themselves on the career screens and no record holds. All text, as the fields
 * of a form are; an empty one is not said, and what depends on it is not computed.
 */
export type CareerAnswers = {
	/** Share of a full pay, `0.8`; the record's when not said. */
	quotite: string;
	/** Residence zone of the school's town. */
	zone: string;
	enfants: string;
	/** ISAE or ISOE received: `oui`, `non`. */
	suivi: string;
	isoeModulable: string;
	/** Exempt from the collective health cover. */
	dispensePsc: string;
	/** Weekly hours of overtime all year long, and occasional ones. */
	hsa: string;
	hse: string;
};

export const noAnswers: CareerAnswers = {
	quotite: '',
	zone: '',
	enfants: '',
	suivi: '',
	isoeModulable: '',
	dispensePsc: '',
	hsa: '',
	hse: ''
};

/** A whole number within bounds, or null when nothing such was said. */
export function wholeNumber(text: string, max: number): number | null {
	if (!/^\d+$/.test(text)) return null;
	const value = Number(text);
	return value <= max ? value : null;
}
