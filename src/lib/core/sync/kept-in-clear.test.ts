import { expect, test } from 'vitest';
import { bodyKeptInClear } from './kept-in-clear';
import { entities } from './entities';

test('of the record, the career stays readable and the civil status does not', () => {
	const record = {
		...{ id: 'a', firstName: 'Claire', lastName: 'Nom', civility: 'Mme', birthDate: '1984-02-03' },
		...{ email: 'claire@example.org', corps: 'certifie', echelon: 8, steps: [], extra: 'secret' }
	};
	const kept = JSON.stringify(bodyKeptInClear('agent', record));
	expect(kept).toContain('certifie');
	for (const hidden of ['Nom', '1984', 'example.org', 'secret']) expect(kept).not.toContain(hidden);
});

test('only the career, the académie and the preferences stay readable', () => {
	const readable = entities.filter(({ type }) => bodyKeptInClear(type, { a: 1 }) !== null);
	expect(readable.map(({ type }) => type).sort()).toEqual(['academie', 'agent', 'preferences']);
});
