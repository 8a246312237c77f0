/** What the phone knows of its académie: the name, and the settings fit for every member. */
export interface AcademieProfile {
	readonly code: string;
	readonly name: string;
	readonly settings: Readonly<Record<string, unknown>>;
}
