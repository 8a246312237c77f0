import { writeCvEntry } from '$lib/core/career';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emptyCvFields, fieldsOf, lineOf } from './cv-fields';

const typed = {
	...emptyCvFields,
	...{ title: 'Pix 2025', place: 'Canopé', from: '2025-03-01', to: '2025-03-08' },
	...{ hours: '15', competence: 'CC9', score: '640', detail: 'Pédagogie numérique' }
};
const args = { id: '01890000-0000-7000-8000-000000000000', writtenOn: '2026-11-22' };

test.each(['experience', 'formation', 'pix', 'responsabilite', 'competence'])(
	'a line of %s is accepted, keeps what its part asks for and comes back as it was typed',
	(section) => {
		const line = lineOf({ ...typed, section });
		const kept = v.parse(writeCvEntry.args, { ...line, ...args });
		expect(lineOf({ ...fieldsOf(kept), id: '' })).toEqual(line);
	}
);

test('what the part does not ask for is not kept', () => {
	expect(lineOf({ ...typed, section: 'pix' })).toMatchObject({
		hours: null,
		place: '',
		score: 640
	});
	expect(lineOf({ ...typed, section: 'formation' })).toMatchObject({ hours: 15, score: null });
	expect(lineOf({ ...typed, section: 'competence' })).toMatchObject({ from: null, hours: null });
});
