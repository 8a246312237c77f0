/** Académies and départements: what touches what, and where a postal code is. */

export interface AcademieData {
	readonly code: string;
	readonly name: string;
	readonly departements: readonly { readonly code: string; readonly name: string }[];
	readonly neighbours: readonly string[];
	readonly neighboursOverSea: readonly string[];
}

export interface DepartementsData {
	/** Départements sharing a land border. */
	readonly neighbours: Readonly<Record<string, readonly string[]>>;
	/** Postal codes whose département is not the one their first digits say. */
	readonly postalExceptions: Readonly<Record<string, readonly string[]>>;
	/** Territories that belong to no académie of the movements. */
	readonly outside: readonly { readonly code: string; readonly name: string }[];
}

/** How two places touch; `mer` comes from an unverified list. */
export type Contact = 'meme' | 'terre' | 'mer' | 'non';

export interface Geography {
	readonly academies: readonly AcademieData[];
	isAcademie(name: string): boolean;
	isDepartement(code: string): boolean;
	/** Département or territory outside the académies. */
	isTerritory(code: string): boolean;
	nameOfDepartement(code: string): string;
	/** Name of the académie of a département, null for a territory outside them. */
	academieOf(departement: string): string | null;
	contactOfAcademies(a: string, b: string): Contact;
	contactOfDepartements(a: string, b: string): Contact;
	/** One département, several when the code is shared, none when it does not exist. */
	departementsOf(postalCode: string): readonly string[];
}

export function createGeography(
	academies: readonly AcademieData[],
	departements: DepartementsData
): Geography {
	const byName = new Map(academies.map((academie) => [academie.name, academie]));
	const academieByDepartement = new Map<string, string>();
	const names = new Map<string, string>();
	for (const academie of academies) {
		for (const { code, name } of academie.departements) {
			academieByDepartement.set(code, academie.name);
			names.set(code, name);
		}
	}
	for (const { code, name } of departements.outside) names.set(code, name);

	return {
		academies,
		isAcademie: (name) => byName.has(name),
		isDepartement: (code) => academieByDepartement.has(code),
		isTerritory: (code) => names.has(code),
		nameOfDepartement: (code) => names.get(code) ?? code,
		academieOf: (departement) => academieByDepartement.get(departement) ?? null,
		contactOfAcademies(a, b) {
			if (a === b) return 'meme';
			const from = byName.get(a);
			const to = byName.get(b);
			if (!from || !to) return 'non';
			if (from.neighbours.includes(to.code)) return 'terre';
			return from.neighboursOverSea.includes(to.code) ? 'mer' : 'non';
		},
		contactOfDepartements(a, b) {
			if (a === b) return 'meme';
			return departements.neighbours[a]?.includes(b) ? 'terre' : 'non';
		},
		departementsOf(postalCode) {
			const exception = departements.postalExceptions[postalCode];
			if (exception) return exception;
			const code = prefixOf(postalCode);
			return code !== null && names.has(code) ? [code] : [];
		}
	};
}

/** La Poste's rule: two digits, three overseas, and Corsica cut between 201xx and 202xx. */
function prefixOf(postalCode: string): string | null {
	if (!/^\d{5}$/.test(postalCode)) return null;
	if (postalCode.startsWith('97') || postalCode.startsWith('98')) return postalCode.slice(0, 3);
	if (postalCode.startsWith('20')) return postalCode < '20200' ? '2A' : '2B';
	return postalCode.slice(0, 2);
}
