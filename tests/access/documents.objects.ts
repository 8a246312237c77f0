/** Pieces people deposited: whose they are, and which of them a service reads. */
import { civilDate } from '$lib/core/shared';
import { unitOfWork } from '$lib/server/db';
import { insertDocument } from '$lib/server/documents/documents.repository';
import type { Vault } from '$lib/server/documents/storage';
import { createHash, randomUUID } from 'node:crypto';
import { departementOf, type Actor, type Owner } from './world';

export const pieceKinds = ['ordinary', 'medical'] as const;

/** The vault of the application under test: what it sealed, it alone opens. */
const vault = async (): Promise<Vault> => {
	const { carnetApp } = globalThis as { carnetApp?: Promise<unknown> };
	return ((await carnetApp) as { documents: { vault: Vault } }).documents.vault;
};

export async function aPiece({ user }: Owner, kind: string): Promise<{ id: string }> {
	const id = randomUUID();
	const medical = kind === 'medical';
	const bytes = Buffer.from('%PDF-1.7');
	const key_id = await (await vault()).put({ id, medical }, bytes);
	await unitOfWork(() =>
		insertDocument({
			...{
				id,
				account_id: user.id,
				academie_code: '19',
				type: medical ? 'handicap' : 'livret-famille',
				name: 'piece.pdf'
			},
			...{ issued_on: civilDate('2026-09-01'), ends_on: null, medical, key_id },
			...{ state: 'accepted', refusal: null, pages: 1, version: 1, replaces: null },
			...{ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
			deposited_at: new Date()
		})
	);
	return { id };
}

/** Their owner; a manager of that département, save medical ones; the doctor of the académie, those alone. */
export function opensPiece(actor: Actor, owner: Owner, kind: string): boolean {
	const { user } = actor;
	if (!user) return false;
	if (user.id === owner.user.id) return true;
	if (user.academie !== owner.user.academie) return false;
	if (user.role === 'medecin') return kind === 'medical';
	return (
		user.role === 'gestionnaire' && kind === 'ordinary' && user.departement === departementOf(owner)
	);
}
