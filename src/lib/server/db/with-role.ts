/**
 * Work done as a role that owns nothing, under row-level security. The connection's own role is the
 * owner of the tables, and a superuser on the embedded engine: the policies would not bind it. Inside,
 * only the tables granted to `carnet_restricted` exist, and their policies read who is asking from
 * `carnet.reader`, `carnet.function`, `carnet.agent` and `carnet.academie`.
 *
 * Keep the work to the queries on those tables, one after the other: nothing else of the database can
 * be read or written before it returns.
 */
import { sql } from 'kysely';
import { db, unitOfWork } from './unit-of-work';

/** Who is asking, as the session says. */
export interface Reader {
	readonly id: string;
	readonly role: string;
	readonly agentId: string | null;
	readonly academie: string;
}

const become = (role: 'carnet_restricted' | 'none', reader: Reader | null) =>
	sql`select
		set_config('carnet.reader', ${reader?.id ?? ''}, true),
		set_config('carnet.function', ${reader?.role ?? ''}, true),
		set_config('carnet.agent', ${reader?.agentId ?? ''}, true),
		set_config('carnet.academie', ${reader?.academie ?? ''}, true),
		set_config('role', ${role}, true)`.execute(db());

/** Runs `work` in the current unit of work, or in one of its own, as the restricted role. */
export const withRole = <T>(reader: Reader, work: () => Promise<T>): Promise<T> =>
	unitOfWork(async () => {
		await become('carnet_restricted', reader);
		try {
			return await work();
		} finally {
			// After a failed statement nothing runs any more, and the rollback undoes the role too.
			await become('none', null).catch(() => {});
		}
	});
