import { describe, expect, test } from 'vitest';
import { fieldsFor } from './file-fields';
import { can, mayEver, rights, type Action, type Right, type Thing } from './rights';
import { roles, type Role } from './role';

const actor = (role: Role) => ({
	...{ id: 'me', role, agentId: 'my-file', uai: '0510001A' },
	...{ departement: '051', academie: '19' }
});

const things: readonly [string, Thing, reaches: readonly string[]][] = [
	['their own', { accountId: 'me', academie: '19' }, ['self', 'academie']],
	['their own file', { agentId: 'my-file', academie: '19' }, ['self', 'academie']],
	[
		'one of their school',
		{ agentId: 'x', uai: '0510001A', departement: '051', academie: '19' },
		['school', 'departement', 'academie']
	],
	[
		'one of their département',
		{ agentId: 'x', uai: '0510002B', departement: '051', academie: '19' },
		['departement', 'academie']
	],
	[
		'one of their académie',
		{ agentId: 'x', uai: '0080002B', departement: '008', academie: '19' },
		['academie']
	],
	[
		'one of another académie with the same département written',
		{ agentId: 'x', uai: '0440002B', departement: '051', academie: '17' },
		[]
	],
	['one of nowhere', { agentId: null, uai: null, departement: null, academie: '' }, []]
];

const order = ['self', 'school', 'departement', 'academie'];

describe('the table of rights', () => {
	test.each(Object.keys(rights) as Action[])('%s: every function × every relation', (action) => {
		for (const role of roles) {
			const farthest = (rights[action] as Right)[role];
			for (const [name, thing, reaches] of things) {
				const staffOnly = role === 'enseignant' ? ['self'] : order;
				const expected =
					farthest !== undefined &&
					reaches.some(
						(relation) =>
							staffOnly.includes(relation) && order.indexOf(relation) <= order.indexOf(farthest)
					);
				expect(can(actor(role), action, thing), `${role}, ${name}`).toBe(expected);
			}
			expect(mayEver(role, action)).toBe(farthest !== undefined);
		}
	});

	test('nobody but the médecin-conseil and the person reads medical papers', () => {
		expect(Object.keys(rights['medical.read']).sort()).toEqual(['enseignant', 'medecin']);
	});

	test('those who unblock read nothing', () => {
		const theirs = (Object.keys(rights) as Action[]).filter((one) => mayEver('assistance', one));
		expect(theirs).toEqual(['account.unblock']);
		expect(fieldsFor('assistance', { lastName: 'Sorel', birthDate: '1980-01-01' })).toEqual({});
	});
});

describe('the fields of a file', () => {
	const file = { lastName: 'Sorel', birthDate: '1980-01-01', corps: 'certifie', somethingNew: 1 };

	test('a head reads who and where, not when someone was born', () => {
		expect(fieldsFor('chef', file)).toEqual({ lastName: 'Sorel', corps: 'certifie' });
	});

	test('a field nobody listed is given to nobody', () => {
		for (const role of roles) expect(fieldsFor(role, file)).not.toHaveProperty('somethingNew');
	});
});
