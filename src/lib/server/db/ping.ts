import { sql } from 'kysely';
import { db } from './unit-of-work';

/** Resolves when the database answers. */
export const ping = async (): Promise<void> => void (await sql`select 1`.execute(db()));
