/** Circulars of an académie's services, and exchanges between a person and the service that follows them. */
import { db } from '$lib/server/db';
import { randomUUID } from 'node:crypto';
import { departementOf, type Actor, type Owner } from './world';

export async function aCircular({ user }: Owner): Promise<{ id: string }> {
	const id = randomUUID();
	await db()
		.insertInto('circular')
		.values({
			...{ id, academie_code: user.academie, author_id: user.id, author_name: 'Rectorat' },
			...{ kind: 'correspondance', title: 'Mutations', body: 'Texte', read_before: null },
			...{ corrects: null, publish_at: null, published_at: null, approved_by: null },
			deadlines: '[]',
			audience: '{}',
			updated_at: new Date()
		})
		.execute();
	return { id };
}

export async function aThread(owner: Owner): Promise<{ id: string }> {
	const id = randomUUID();
	const { user } = owner;
	await db()
		.insertInto('thread')
		.values({
			...{ id, account_id: user.id, academie_code: user.academie, title: 'Mon dossier' },
			...{ departement: departementOf(owner), about: 'question', about_id: null },
			...{ closed_at: null, rev: 1, version: null }
		})
		.execute();
	return { id };
}

/** The managers of that département. */
export const followsThread = (_: string, { user }: Actor, owner: Owner) =>
	user?.academie === owner.user.academie && user.departement === departementOf(owner);
