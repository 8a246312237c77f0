/** The OpenAPI 3.1 description, drawn from the schemas that check the requests. */
import { careerQuestions } from '$lib/core/career';
import { baremeQuestion } from '$lib/core/mobility';
import { disclaimer, type Simulation } from '$lib/core/reference';
import { toJsonSchema } from '@valibot/to-json-schema';

interface Described {
	readonly name: string;
	readonly title: string;
	readonly summary: string;
	readonly example: Readonly<Record<string, unknown>>;
	readonly answer: readonly string[];
	readonly simulation: Pick<Simulation<never>, 'schema'>;
}

/** Every question of the open API, rooms together. */
export const questions: readonly Described[] = [...careerQuestions, baremeQuestion];

const json = (schema: object, example?: unknown) => ({
	'application/json': { schema, ...(example === undefined ? {} : { example }) }
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failure = (description: string) => ({ description, content: json(ref('Erreur')) });

const schemas = {
	Regles: {
		type: 'object',
		required: ['version', 'au', 'statut'],
		properties: {
			version: { type: 'string', description: 'Version des données réglementaires.' },
			au: { type: 'string', format: 'date', description: 'Date à laquelle les règles sont lues.' },
			statut: { type: 'string', examples: ['en-vigueur', 'projet-non-confirme'] }
		}
	},
	Source: {
		type: 'object',
		properties: {
			id: { type: 'string' },
			titre: { type: 'string' },
			url: { type: ['string', 'null'] },
			date: { type: ['string', 'null'] }
		}
	},
	Justification: {
		type: 'object',
		description: 'Ce qui accompagne chaque chiffre.',
		properties: {
			pourquoi: { type: 'string' },
			source: { type: 'array', items: ref('Source') },
			confiance: { enum: ['haute', 'moyenne', 'basse', 'non-verifiee'] }
		}
	},
	Manquant: {
		type: 'object',
		description: 'Ce qui n’a pas été dit ou publié, et pourrait changer le résultat.',
		properties: { path: { type: 'string' }, question: { type: 'string' } }
	},
	Erreur: {
		type: 'object',
		required: ['error'],
		properties: {
			error: {
				type: 'object',
				required: ['code'],
				properties: {
					code: { type: 'string' },
					issues: {
						type: 'array',
						items: {
							type: 'object',
							properties: { path: { type: 'string' }, message: { type: 'string' } }
						}
					}
				}
			}
		}
	}
};

const envelope = (answer: readonly string[]) => ({
	type: 'object',
	required: [...answer, 'regles', 'avertissement'],
	properties: {
		...Object.fromEntries(answer.map((field) => [field, {}])),
		pourquoi: { type: 'string' },
		source: { type: 'array', items: ref('Source') },
		confiance: { enum: ['haute', 'moyenne', 'basse', 'non-verifiee'] },
		manquants: { type: 'array', items: ref('Manquant') },
		regles: ref('Regles'),
		avertissement: { type: 'string', const: disclaimer }
	}
});

const operation = ({ name, title, summary, example, answer, simulation }: Described) => ({
	operationId: name,
	summary: title,
	description: summary,
	requestBody: {
		required: true,
		content: json(
			toJsonSchema(simulation.schema, {
				typeMode: 'input',
				errorMode: 'ignore',
				target: 'draft-2020-12'
			}),
			example
		)
	},
	responses: {
		'200': { description: 'Estimation.', content: json(envelope(answer)) },
		'413': failure('Corps de plus de 64\u00a0Kio.'),
		'415': failure('Corps qui n’est pas annoncé en application/json.'),
		'422': failure('Champ inconnu, valeur impossible ou règle inconnue.'),
		'429': failure('Plus de 600 requêtes en une minute\u202f; Retry-After dit quand revenir.'),
		'500': failure('Erreur inattendue\u202f; son identifiant est aussi dans le journal.')
	}
});

export const openApiDocument = (server: string, version: string) => ({
	openapi: '3.1.0',
	info: {
		title: 'Carnet · simulations ouvertes',
		version,
		description: `${disclaimer} Sans compte, sans cookie, sans donnée conservée.`,
		license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' }
	},
	servers: [{ url: server }],
	paths: Object.fromEntries(
		questions.map((question) => [
			`/api/v1/simulations/${question.name}`,
			{ post: operation(question) }
		])
	),
	components: { schemas }
});
