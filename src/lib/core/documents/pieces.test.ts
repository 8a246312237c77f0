import { documentsReference as reference } from '$lib/data/documents';
import { civilDate, type CivilDate } from '../shared';
import { describe, expect, test } from 'vitest';
import {
	checkDeposit,
	defaultLimits,
	isExpired,
	isFileName,
	limitsIn,
	proposedName,
	rightOver,
	typeOf,
	validityOf
} from '.';

const type = (id: string) => typeOf(reference, id)!;
const day = civilDate;

describe('the name proposed', () => {
	test.each([
		['justificatif-domicile', '2026-04-12', 'JustifDomicile_Avril2026.pdf'],
		['rqth', '2025-08-31', 'Rqth_Aout2025.pdf'],
		['acte-naissance-pacs', '2027-02-01', 'ActeNaissancePacs_Fevrier2027.pdf']
	])('%s of %s is %s', (id, date, name) => {
		expect(proposedName(type(id), day(date))).toBe(name);
	});

	test('is accepted for every type', () => {
		for (const each of reference.types) {
			expect(isFileName(proposedName(each, day('2026-02-28')))).toBe(true);
		}
	});
});

test.each([
	['../../etc/passwd.pdf'],
	['..\\facture.pdf'],
	['dossier/piece.pdf'],
	['piece\u202efdp.exe.pdf'],
	['piece\u2066.pdf'],
	['piece\r\nSet-Cookie: a=1.pdf'],
	['piece\u0000.pdf'],
	['piece.pdf.exe'],
	['.pdf'],
	['.caché.pdf'],
	['piece".pdf'],
	['<b>.pdf'],
	['e\u0301tat.pdf'],
	['a..pdf'],
	['piece\u200b.pdf'],
	[`${'a'.repeat(140)}.pdf`]
])('the name %j is refused', (name) => {
	expect(isFileName(name)).toBe(false);
});

describe('validity', () => {
	const until = (id: string, issuedOn: string, endsOn: string | null = null) =>
		validityOf(reference, type(id), {
			issuedOn: day(issuedOn),
			endsOn: endsOn as CivilDate | null
		});

	test('a birth record that bears the PACS is less than three months old when sent', () => {
		const { until: last, why } = until('acte-naissance-pacs', '2026-09-05');
		expect(last).toBe('2026-12-04');
		expect(isExpired(last, day('2026-12-04'))).toBe(false);
		expect(isExpired(last, day('2026-12-05'))).toBe(true);
		expect(why.confidence).toBe('haute');
		expect(why.sources).not.toEqual([]);
	});

	test('at the end of a short month the count stays within it', () => {
		expect(until('acte-naissance-pacs', '2026-11-30').until).toBe('2027-02-27');
	});

	test('a title holds until the date printed on it, once the person has copied it', () => {
		expect(until('rqth', '2024-05-01')).toMatchObject({ until: null, endMissing: true });
		expect(until('rqth', '2024-05-01', '2029-05-01')).toMatchObject({
			until: '2029-05-01',
			endMissing: false
		});
	});

	test('a paper without a rule never expires', () => {
		expect(until('livret-famille', '1998-01-01').until).toBeNull();
		expect(isExpired(null, day('2099-01-01'))).toBe(false);
	});
});

describe('a deposit', () => {
	const context = { reference, limits: defaultLimits, today: day('2026-11-22') };
	const deposit = {
		id: '01924d3c-0000-7000-8000-000000000001',
		type: 'justificatif-domicile',
		name: 'JustifDomicile_Avril2026.pdf',
		issuedOn: '2026-04-12',
		endsOn: null,
		replaces: null,
		sha256: 'a'.repeat(64),
		bytes: 1000
	};
	const codeOf = (changes: object) => {
		const checked = checkDeposit({ ...deposit, ...changes }, context);
		return checked.ok ? 'accepted' : checked.error.code;
	};

	test.each([
		[{}, 'accepted'],
		[{ bytes: 2_999_999 }, 'accepted'],
		[{ bytes: 3_000_000 }, 'accepted'],
		[{ bytes: 3_000_001 }, 'documents.too-large'],
		[{ bytes: 0 }, 'documents.empty-file'],
		[{ bytes: -1 }, 'documents.invalid-deposit'],
		[{ type: 'facture' }, 'documents.unknown-type'],
		[{ name: '../a.pdf' }, 'documents.bad-name'],
		[{ issuedOn: '2026-11-23' }, 'documents.future-date'],
		[{ issuedOn: '2026-02-30' }, 'documents.invalid-deposit'],
		[{ sha256: 'A'.repeat(64) }, 'documents.invalid-deposit']
	])('with %o: %s', (changes, expected) => {
		expect(codeOf(changes)).toBe(expected);
	});

	test('the limit is a setting of the académie', () => {
		expect(limitsIn({ pieces: { maxBytes: 5_000_000 } }).maxBytes).toBe(5_000_000);
		expect(limitsIn({ pieces: { maxBytes: -3 } })).toEqual(defaultLimits);
		expect(limitsIn({})).toEqual(defaultLimits);
	});
});

describe('who opens a piece', () => {
	const user = (role: string, changes = {}) =>
		({ id: 'u', role, academie: '19', departement: null, ...changes }) as never;
	const piece = { ownerId: 'o', academie: '19', departement: '051', medical: false };
	const medical = { ...piece, medical: true };

	test.each([
		['its owner', user('enseignant', { id: 'o' }), piece, 'owner'],
		['its owner, a medical one', user('enseignant', { id: 'o' }), medical, 'owner'],
		['another teacher', user('enseignant'), piece, null],
		['the gestion of the académie', user('gestionnaire'), piece, 'service'],
		[
			'the gestion of the département',
			user('gestionnaire', { departement: '051' }),
			piece,
			'service'
		],
		[
			'the gestion of another département',
			user('gestionnaire', { departement: '008' }),
			piece,
			null
		],
		['the gestion of another académie', user('gestionnaire', { academie: '10' }), piece, null],
		['the gestion, a medical one', user('gestionnaire'), medical, null],
		['the médecin, a medical one', user('medecin'), medical, 'service'],
		['the médecin, an ordinary one', user('medecin'), piece, null],
		['the médecin of another académie', user('medecin', { academie: '10' }), medical, null],
		['a head', user('chef'), piece, null],
		['an administrator', user('admin'), piece, null],
		['a DPO', user('dpo'), medical, null]
	])('%s', (_who, reader, what, right) => {
		expect(rightOver(reader, what)).toBe(right);
	});
});
