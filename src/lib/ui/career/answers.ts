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
	/** Years of a service that gives a bonus of seniority. */
	asa: string;
	direction: string;
	/** Breaks and part-time, see `interruptions.ts`. */
	interruptions: string;
	/** Final appreciation of the third rendez-vous, when it was received, when it was appealed against. */
	appreciation: string;
	notifieLe: string;
	recoursLe: string;
	/** Dates the record may lack. */
	naissance: string;
	entreeCorps: string;
	debutService: string;
	/** Code of the académie, where no record gives it. */
	academie: string;
	/** Keys of the conditions the person says are met, between spaces. */
	conditions: string;
};

export const noAnswers: CareerAnswers = {
	quotite: '',
	zone: '',
	enfants: '',
	suivi: '',
	isoeModulable: '',
	dispensePsc: '',
	hsa: '',
	hse: '',
	asa: '',
	direction: '',
	interruptions: '',
	appreciation: '',
	notifieLe: '',
	recoursLe: '',
	naissance: '',
	entreeCorps: '',
	debutService: '',
	academie: '',
	conditions: ''
};

/** A whole number within bounds, or null when nothing such was said. */
export function wholeNumber(text: string, max: number): number | null {
	if (!/^\d+$/.test(text)) return null;
	const value = Number(text);
	return value <= max ? value : null;
}
