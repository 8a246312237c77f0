import { careerQuestions, receiveCareer } from '$lib/core/career';
import { careerData, careerReference, careerSeal } from '$lib/data';
import { mobilityReference } from '$lib/data/mobility';
import { simulateBareme } from '$lib/core/mobility';
import { openApiDocument } from '$lib/server/http';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { GET } from '../../src/routes/api/v1/reference/+server';

describe('the description of the open API', () => {
	const document = openApiDocument('http://localhost', careerReference.version);

	test('is a valid OpenAPI 3.1 document', async () => {
		const validator = new Validator();
		const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
		expect(errors ?? []).toEqual([]);
		expect(valid).toBe(true);
		expect(validator.version).toBe('3.1');
	});

	test('has one path per question, with the shape that checks it', () => {
		expect(document.openapi).toBe('3.1.0');
		for (const { name } of careerQuestions) {
			const path = document.paths[`/api/v1/simulations/${name}`]!;
			const body = path.post.requestBody.content['application/json'].schema as {
				properties: object;
				additionalProperties: boolean;
			};
			expect(Object.keys(body.properties).length).toBeGreaterThan(0);
			expect(body.additionalProperties).toBe(false);
		}
		expect(JSON.stringify(document)).not.toContain('undefined');
	});

	test('gives examples that answer, with every field it announces', () => {
		for (const { name, simulation, example, answer } of careerQuestions) {
			const result = simulation(example, careerReference);
			if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
			expect(Object.keys(result.value)).toEqual(expect.arrayContaining([...answer]));
		}
		const bareme = document.paths['/api/v1/simulations/bareme']!;
		const { example } = bareme.post.requestBody.content['application/json'];
		expect(simulateBareme(example, mobilityReference).ok).toBe(true);
	});
});

describe('the reference handed to phones', () => {
	const hash = async (text: string) => createHash('sha256').update(text).digest('hex');
	const get = (etag?: string) =>
		GET({
			request: new Request('http://localhost', etag ? { headers: { 'if-none-match': etag } } : {})
		} as never) as Response;

	test('is accepted as it is sent, and not sent again', async () => {
		const response = get();
		const received = await receiveCareer(await response.json(), hash);
		if (!received.ok) throw new Error(received.error.code);
		expect(received.value.version).toBe(careerSeal.version);
		expect(get(response.headers.get('etag')!).status).toBe(304);
	});

	test('is refused when damaged, and when this build does not understand it', async () => {
		const damaged = await receiveCareer(
			{ ...careerSeal, data: { ...careerData, grids: [] } },
			hash
		);
		expect(damaged).toMatchObject({ error: { code: 'reference.damaged-bundle' } });
		const data = { ...careerData, newKindOfRule: [] };
		const sha256 = await hash(JSON.stringify(data));
		const unknown = await receiveCareer({ ...careerSeal, sha256, data }, hash);
		expect(unknown).toMatchObject({ error: { code: 'reference.unsupported-bundle' } });
		expect(await receiveCareer('rien', hash)).toMatchObject({
			error: { code: 'reference.unreadable-bundle' }
		});
	});
});
