import type { Body } from '$lib/core/sync';
import type { LocalRow } from '../db';

export const serverCopyOf = (row: LocalRow | undefined): Body | null =>
	row ? ((row.server !== undefined ? row.server : row.body) as Body | null) : null;
