/** The pieces a service has to read, each with the right checked again for the person as they are now. */
import { rightOver, typeOf } from '$lib/core/documents';
import type { SessionUser } from '$lib/core/identity';
import { documentsReference as reference } from '$lib/data/documents';
import { db } from '../db';
import { accountBriefs } from '../identity';
import { departementOfAgent } from '../institution';
import { heldReasons } from './retention.repository';

export interface DeskPiece {
	readonly id: string;
	readonly ownerId: string;
	readonly owner: string;
	readonly label: string;
	readonly name: string;
	readonly bytes: number;
	readonly pages: number;
	readonly depositedAt: Date;
	/** Why it is kept past its term, null when nothing keeps it. */
	readonly heldFor: string | null;
}

const MOST = 200;

export async function piecesForDesk(user: SessionUser): Promise<DeskPiece[]> {
	const rows = await db()
		.selectFrom('document')
		.select(['id', 'account_id', 'type', 'name', 'bytes', 'pages', 'medical', 'deposited_at'])
		.where('academie_code', '=', user.academie)
		.where('medical', '=', user.role === 'medecin')
		.where('state', '=', 'accepted')
		.orderBy('deposited_at', 'desc')
		.limit(MOST)
		.execute();
	const owners = new Map(
		(await accountBriefs([...new Set(rows.map((row) => row.account_id))])).map((one) => [
			one.id,
			one
		])
	);
	const departements = new Map<string, string | null>();
	for (const { id, agentId } of owners.values()) {
		departements.set(id, await departementOfAgent(agentId));
	}
	const held = await heldReasons(rows.map(({ id }) => id));
	return rows.flatMap((row): DeskPiece[] => {
		const owner = owners.get(row.account_id);
		if (!owner) return [];
		const departement = departements.get(owner.id) ?? null;
		const piece = { ownerId: owner.id, academie: owner.academie, departement };
		if (rightOver(user, { ...piece, medical: row.medical }) === null) return [];
		return [
			{
				...{ id: row.id, ownerId: owner.id, owner: `${owner.lastName} ${owner.firstName}` },
				...{ label: typeOf(reference, row.type)?.label ?? row.type, name: row.name },
				...{ bytes: row.bytes, pages: row.pages ?? 0, depositedAt: row.deposited_at },
				heldFor: held.get(row.id) ?? null
			}
		];
	});
}
