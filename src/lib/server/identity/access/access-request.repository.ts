import { db } from '../../db';

export interface NewAccessRequest {
	readonly id: string;
	readonly academie: string;
	readonly firstName: string;
	readonly lastName: string;
	readonly email: string;
	readonly workplace: string;
	readonly reason: string;
	readonly at: Date;
}

/** Keeps one request in waiting per address. */
export async function insertAccessRequest(request: NewAccessRequest): Promise<void> {
	await db()
		.insertInto('access_request')
		.values({
			id: request.id,
			academie_code: request.academie,
			first_name: request.firstName,
			last_name: request.lastName,
			email: request.email,
			workplace: request.workplace,
			reason: request.reason,
			asked_at: request.at,
			decided_by: null,
			decided_at: null,
			approved: null
		})
		.onConflict((row) => row.column('email').where('decided_at', 'is', null).doNothing())
		.execute();
}

export const waitingAccessRequests = (academie: string) =>
	db()
		.selectFrom('access_request')
		.select(['id', 'first_name', 'last_name', 'email', 'workplace', 'reason', 'asked_at'])
		.where('academie_code', '=', academie)
		.where('decided_at', 'is', null)
		.orderBy('asked_at')
		.execute();

/** Decides once; gives back who had asked. */
export const decideAccess = (
	id: string,
	decision: { by: string; academie: string; approved: boolean; at: Date }
) =>
	db()
		.updateTable('access_request')
		.set({ decided_by: decision.by, decided_at: decision.at, approved: decision.approved })
		.where('id', '=', id)
		.where('academie_code', '=', decision.academie)
		.where('decided_at', 'is', null)
		.returning(['first_name', 'last_name', 'email', 'workplace'])
		.executeTakeFirst();
