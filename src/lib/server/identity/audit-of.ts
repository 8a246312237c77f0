import type { SessionUser } from '$lib/core/identity';
import { appendAudit } from './audit.repository';
import { profileOf } from './profile.queries';

/** Writes what someone did to the journal, with their function and service at that moment. */
export async function auditOf(
	actor: SessionUser,
	line: { action: string; agentId?: string | null; purpose: string; at: Date }
): Promise<void> {
	const { establishment, departement, academie } = await profileOf(actor);
	await appendAudit({
		at: line.at,
		actorId: actor.id,
		actorFunction: actor.role,
		actorService: establishment?.name ?? departement?.name ?? academie.name,
		action: line.action,
		agentId: line.agentId ?? null,
		purpose: line.purpose
	});
}
