import { publishedDeadlines } from '$lib/data/messages';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { renewalsOf } from '../documents';
import { toldOutside, type Person } from '../notifications';
import { civilDate } from '../shared';
import {
	blocksOf,
	circularFormSchema,
	deadlineThread,
	matches,
	withinPerimeter,
	type DeadlineFacts
} from '.';

const teacher = (over: Partial<Person> = {}): Person => ({
	...{ academie: '25', departement: '078', corps: 'certifie', discipline: null },
	...{ uai: null, role: 'enseignant', ...over }
});

const titlesFor = (person: Person) =>
	deadlineThread({
		person,
		published: publishedDeadlines,
		circulars: [],
		campaigns: [],
		requests: [],
		pieces: [],
		personal: []
	}).map(({ id }) => id);

describe('one thread of deadlines', () => {
	test('holds the dates published for people like this one, and no others', () => {
		const versailles = titlesFor(teacher());
		expect(versailles).toContain('inter-2026-saisie');
		expect(versailles).toContain('inter-2026-confirmation');
		// That contestation was read for Toulouse alone.
		expect(versailles).not.toContain('inter-2026-contestation');
		expect(titlesFor(teacher({ academie: '16' }))).toContain('inter-2026-contestation');
		expect(titlesFor(teacher({ corps: 'pe' })).every((id) => !id.startsWith('inter-'))).toBe(true);
		expect(titlesFor(teacher({ role: 'chef', corps: null }))).toEqual([]);
	});

	test('invents nothing for a campaign that nobody has published', () => {
		expect(publishedDeadlines.filter(({ deadline }) => deadline.id.includes('-2027-'))).toEqual([]);
	});

	test('keeps the hour of Paris when there is one', () => {
		const saisie = publishedDeadlines.find(({ deadline }) => deadline.id === 'inter-2026-saisie')!;
		expect(saisie.deadline).toMatchObject({ date: '2025-11-26', minutes: 720 });
	});

	test('forgets the dates of a circular since replaced, and what the person has done', () => {
		const deadline = { title: 'x', action: 'faire', date: civilDate('2027-10-15'), minutes: null };
		const circular = { deadlines: [deadline], correctedBy: null };
		const thread = deadlineThread({
			person: teacher(),
			published: [],
			circulars: [
				{ ...circular, id: 'old', correctedBy: 'new' },
				{ ...circular, id: 'new' }
			],
			...{ campaigns: [], requests: [], pieces: [] },
			personal: [{ id: 'p', title: 'Mien', date: civilDate('2027-10-01'), done: false }]
		});
		expect(thread.map(({ id }) => id)).toEqual(['circulaire-new-0', 'p']);
	});

	test('follows where one’s own request stands, and until when one’s papers are valid', () => {
		const none = { from: null, to: null };
		const windows = {
			...{ saisie: none, annulation: none, recours: none },
			confirmation: { from: null, to: '2027-12-10T11:00:00Z' },
			contestation: { from: null, to: '2028-01-20T11:00:00Z' }
		};
		const rqth: DeadlineFacts['pieces'][number] = {
			...{ id: 'r', type: 'rqth', name: 'Rqth_2023.pdf', state: 'accepted', replaces: null },
			endsOn: civilDate('2027-11-30')
		};
		const thread = (
			state: 'confirmation-a-signer' | 'brouillon',
			pieces: DeadlineFacts['pieces']
		) =>
			deadlineThread({
				...{ person: teacher(), published: [], circulars: [], personal: [], pieces },
				campaigns: [{ id: 'c', windows }],
				requests: [{ campaign: 'c', state }]
			}).map(({ date, minutes, action }) => `${date} ${minutes} ${action}`);
		expect(thread('confirmation-a-signer', [rqth])).toEqual([
			'2027-12-10 720 La signer\u00a0: sans elle, la demande est annulée',
			'2027-11-30 null renouveler la RQTH'
		]);
		const renewed = { ...rqth, id: 's', replaces: 'r', endsOn: civilDate('2032-11-30') };
		expect(thread('brouillon', [rqth, renewed])).toEqual(['2032-11-30 null renouveler la RQTH']);
	});

	test('says nothing of a paper outside the application', () => {
		const [deadline] = renewalsOf([
			{
				...{ id: 'r', type: 'rqth', name: 'Rqth_2023.pdf', state: 'accepted', replaces: null },
				endsOn: civilDate('2027-11-30')
			}
		]);
		const { title, action } = toldOutside(deadline!);
		expect(`${title} ${action}`).not.toMatch(/rqth/i);
	});
});

describe('the text of a circular', () => {
	test('is paragraphs and lists, whatever was typed', () => {
		expect(blocksOf('Un\nparagraphe.\n\n- un\n- deux\n\n\n\nFin.')).toEqual([
			{ kind: 'paragraph', text: 'Un paragraphe.' },
			{ kind: 'list', items: ['un', 'deux'] },
			{ kind: 'paragraph', text: 'Fin.' }
		]);
		expect(blocksOf('  \n\n')).toEqual([]);
	});

	test.each([
		['echelon', true],
		['ÉCHELON  liste', true],
		['voeu', true],
		['retraite', false],
		['', true]
	])('searched for « %s »', (query, found) =>
		expect(matches(query, 'Liste d’aptitude', 'Votre échelon et votre vœu')).toBe(found)
	);
});

describe('the editor', () => {
	const form = {
		...{ kind: 'actualite', title: ' Titre ', body: 'Texte', readBefore: '' },
		...{ corps: 'certifie,agrege', disciplines: '', departements: '', establishments: '' },
		roles: ['enseignant'],
		deadlines: [
			{ title: 'Dossier', action: 'déposer', date: '2027-10-15', minutes: '17:30' },
			{ title: '', action: '', date: '', minutes: '' }
		]
	};

	test('gives a draft: empty lines and empty criteria are left out', () => {
		const draft = v.parse(circularFormSchema, form);
		expect(draft).toMatchObject({ title: 'Titre', readBefore: null });
		expect(draft.deadlines).toEqual([
			{ title: 'Dossier', action: 'déposer', date: '2027-10-15', minutes: 1050 }
		]);
		expect(draft.audience).toEqual({ corps: ['certifie', 'agrege'], roles: ['enseignant'] });
	});

	test.each([
		[{ kind: 'autre' }],
		[{ title: '' }],
		[{ readBefore: '2027-02-30' }],
		[{ roles: ['roi'] }]
	])('refuses %j', (over) =>
		expect(v.safeParse(circularFormSchema, { ...form, ...over }).success).toBe(false)
	);

	test('writes to the author’s own académie and département, whatever the form says', () => {
		const asked = { academies: ['10'], departements: ['075'], corps: ['pe'] };
		expect(withinPerimeter(asked, { academie: '19', departement: '51' })).toEqual({
			...{ academies: ['19'], departements: ['51'], corps: ['pe'] }
		});
	});
});
