/** Papers that bear their last day, for those who deposited them. */
import { renewalOf } from '$lib/core/documents';
import type { DeadlineSource } from '../notifications';
import { acceptedWithDates } from './documents.repository';

export const documentsDeadlines: DeadlineSource = async ({ from, to }, only) =>
	(await acceptedWithDates(only)).flatMap((row) =>
		renewalOf({ id: row.id, type: row.type, name: row.name, endsOn: row.ends_on })
			.filter(({ date }) => from <= date && date <= to)
			.map((deadline) => ({ deadline, people: async () => [row.account_id] }))
	);
