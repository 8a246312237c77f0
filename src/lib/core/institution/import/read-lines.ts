/** One function per line type: the value it holds, or null once its faults are noted. */
import type { CareerStep, Diploma, Training } from '../agent-record';
import { assignmentNatures, establishmentKinds } from '../establishment';
import { departementOf } from '../uai';
import type { AgentLine, ImportedAssignment, ImportedEstablishment } from './imported-agent';
import type { LineReader } from './line-reader';
import { positionFault, type PositionCatalogue } from './position-catalogue';

/** What the file is checked against. */
export interface ImportReference {
	readonly positions: PositionCatalogue;
	/** Académie of each département. */
	readonly departements: ReadonlyMap<string, string>;
	readonly academies: ReadonlySet<string>;
	/** Grows with the establishments the file itself brings. */
	readonly establishments: Set<string>;
}

type Parts<T> = { readonly [K in keyof T]: T[K] | null };

/** The whole value when every listed key was read. */
const complete = <T, K extends keyof T>(parts: Parts<T>, keys: readonly K[]): T | null =>
	keys.some((key) => parts[key] === null) ? null : (parts as T);

export function readEstablishment(
	line: LineReader,
	reference: ImportReference
): ImportedEstablishment | null {
	const uai = line.required('uai', line.uai);
	const kind = line.required('nature', (column) =>
		line.choice(column, establishmentKinds, 'institution.import.unknown-kind')
	);
	const name = line.requiredText('libelle');
	const city = line.requiredText('commune');
	const postalCode = line.requiredText('code_postal');
	if (postalCode !== null && !/^\d{5}$/.test(postalCode))
		return line.note('institution.import.invalid-postal-code', 'code_postal', postalCode);
	if (uai === null || kind === null || name === null || city === null || postalCode === null)
		return null;
	const departement = departementOf(uai);
	const academie = reference.departements.get(departement);
	if (!academie) return line.note('institution.import.unknown-departement', 'uai', uai);
	return { uai, academie, departement, kind, name, city, postalCode };
}

const positionCodes = {
	corps: 'institution.import.unknown-corps',
	grade: 'institution.import.unknown-grade',
	echelon: 'institution.import.unknown-echelon',
	chevron: 'institution.import.unknown-chevron'
} as const;

function readPosition(line: LineReader, { positions }: ImportReference) {
	const corps = line.requiredText('corps');
	const grade = line.requiredText('grade');
	const echelon = line.required('echelon', (column) => line.whole(column, 1, 20));
	const chevron = line.text('chevron', 4);
	if (corps === null || grade === null || echelon === null) return null;
	const fault = positionFault(positions, { corps, grade, echelon, chevron });
	return fault === null
		? { corps, grade, echelon, chevron }
		: line.note(positionCodes[fault], fault, line.cell(fault));
}

const civilities: Readonly<Record<string, 'M.' | 'Mme'>> = { m: 'M.', mme: 'Mme' };

function readCivility(line: LineReader): 'M.' | 'Mme' | null {
	const text = line.cell('civilite');
	const civility = civilities[text.toLowerCase().replace('.', '')];
	return civility ?? line.note('institution.import.invalid-civility', 'civilite', text);
}

function readEmail(line: LineReader): string | null {
	const email = line.text('courriel', 254);
	return email === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
		? email
		: line.note('institution.import.invalid-email', 'courriel', email);
}

/** Notes a fault when both dates stand and the second comes before the first. */
function inOrder(
	line: LineReader,
	first: string | null,
	second: string | null,
	at: 'fin' | 'date_grade' | 'date_corps'
) {
	if (first !== null && second !== null && second < first)
		line.note('institution.import.dates-out-of-order', at, line.cell(at));
}

export function readAgentLine(line: LineReader, reference: ImportReference): AgentLine | null {
	const academie = line.requiredText('academie');
	if (academie !== null && !reference.academies.has(academie))
		line.note('institution.import.unknown-academie', 'academie', academie);
	const civility = line.required('civilite', () => readCivility(line));
	const lastName = line.requiredText('nom');
	const firstName = line.requiredText('prenom');
	const birthDate = line.date('naissance');
	const email = readEmail(line);
	const position = readPosition(line, reference);
	const echelonSince = line.required('date_echelon', line.date);
	const gradeSince = line.date('date_grade');
	const corpsSince = line.date('date_corps');
	const discipline = line.text('discipline');
	const quotity = line.quotity('quotite');
	const leftAt = line.date('sortie');
	inOrder(line, corpsSince, gradeSince, 'date_grade');
	inOrder(line, birthDate, corpsSince, 'date_corps');
	if (position === null) return null;
	return complete<
		AgentLine,
		'academie' | 'civility' | 'lastName' | 'firstName' | 'echelonSince' | 'quotity'
	>(
		{
			academie,
			civility,
			lastName,
			firstName,
			birthDate,
			email,
			...position,
			echelonSince,
			gradeSince,
			corpsSince,
			discipline,
			quotity,
			leftAt
		},
		['academie', 'civility', 'lastName', 'firstName', 'echelonSince', 'quotity']
	);
}

export function readAssignment(
	line: LineReader,
	{ establishments }: ImportReference
): ImportedAssignment | null {
	const uai = line.required('uai', line.uai);
	if (uai !== null && !establishments.has(uai))
		line.note('institution.import.unknown-establishment', 'uai', uai);
	const nature = line.required('nature', (column) =>
		line.choice(column, assignmentNatures, 'institution.import.unknown-nature')
	);
	const from = line.required('debut', line.date);
	const to = line.date('fin');
	const quotity = line.quotity('quotite');
	inOrder(line, from, to, 'fin');
	return complete<ImportedAssignment, 'uai' | 'nature' | 'from' | 'quotity'>(
		{ uai, nature, from, to, quotity },
		['uai', 'nature', 'from', 'quotity']
	);
}

export function readStep(line: LineReader, reference: ImportReference): CareerStep | null {
	const position = readPosition(line, reference);
	const from = line.required('debut', line.date);
	return position === null || from === null ? null : { ...position, from };
}

export function readDiploma(line: LineReader): Diploma | null {
	const label = line.requiredText('libelle', 200);
	const level = line.text('niveau', 20);
	const year = line.whole('annee', 1940, 2099);
	return label === null ? null : { label, level, year };
}

export function readTraining(line: LineReader): Training | null {
	const label = line.requiredText('libelle', 200);
	const from = line.required('debut', line.date);
	const to = line.date('fin');
	const hours = line.decimal('heures');
	const competence = line.text('competence', 20);
	inOrder(line, from, to, 'fin');
	return label === null || from === null ? null : { label, from, to, hours, competence };
}
