/** An académie's own addresses and dates: written by its operator, received by its members' phones. */
import { readAcademieSettings } from '$lib/core/institution';
import { configureAcademie, ensureAcademies } from '$lib/server/institution';
import { beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../support/database';

const db = useDatabase();
beforeAll(() => ensureAcademies());

const settings = {
	portal: 'https://portail.ac-reims.example',
	dates: [{ label: 'Ouverture du serveur', on: '2026-12-01' }]
};

function read(input: unknown) {
	const result = readAcademieSettings(input);
	if (!result.ok) throw new Error(JSON.stringify(result.error.meta));
	return result.value;
}

const reims = () =>
	db().selectFrom('academie').selectAll().where('code', '=', '19').executeTakeFirstOrThrow();
const head = async () =>
	(
		await db()
			.selectFrom('sync_stream')
			.select('head')
			.where('stream', '=', 'academie:19')
			.executeTakeFirst()
	)?.head;

test('what is written is stamped in the stream of its members, each time', async () => {
	for (const name of ['Reims', 'Reims et Ardennes']) {
		const done = await configureAcademie({ code: '19', name, settings: read(settings) });
		expect(done).toEqual({ ok: true, value: { name } });
		expect(await reims()).toMatchObject({ name, settings, rev: await head() });
	}
});

test('a name is kept when none is given, and the others are untouched', async () => {
	const before = await reims();
	await configureAcademie({ code: '19', settings: read({}) });
	expect(await reims()).toMatchObject({ name: before.name, settings: {} });
	const others = await db()
		.selectFrom('academie')
		.select('rev')
		.where('code', '<>', '19')
		.execute();
	expect(new Set(others.map(({ rev }) => rev))).toEqual(new Set([0]));
});

test('an unknown académie is refused', async () => {
	expect(await configureAcademie({ code: '99', settings: {} })).toMatchObject({
		ok: false,
		error: { code: 'institution.academie.unknown' }
	});
});

test.each([
	[{ portal: 'javascript:alert(1)' }, 'portal'],
	[{ portal: 'http://portail.ac-reims.example' }, 'portal'],
	[{ contact: 'pas une adresse' }, 'contact'],
	[{ mailDomain: '@ac-reims.fr' }, 'mailDomain'],
	[{ dates: [{ label: 'x', on: '2026-02-30' }] }, 'dates.0.on'],
	[{ inconnu: 1 }, 'inconnu']
])('%j is refused, and the field is named', (input, path) => {
	const result = readAcademieSettings(input);
	expect(result.ok).toBe(false);
	if (result.ok) return;
	const issues = result.error.meta?.issues as { path: string; message: string }[];
	expect(issues.map((issue) => issue.path)).toContain(path);
	expect(issues.every(({ message }) => /^[A-ZÀÉ]/.test(message))).toBe(true);
});
