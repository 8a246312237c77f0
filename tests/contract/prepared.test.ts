/** The queries of every exchange are planned once, on a server; the embedded engine has no such cost. */
import { prepared } from '$lib/server/db';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../support/database';

const database = useDatabase();

test('a marked query is planned once per connection, an ordinary one each time', async () => {
	for (let time = 1; time <= 3; time++) {
		const marked = await sql<{ n: number }>`${prepared} select ${time}::int as n`.execute(
			database()
		);
		expect(marked.rows).toEqual([{ n: time }]);
		await sql`select ${time}::int as ordinary`.execute(database());
	}
	const { rows } = await sql<{ statement: string }>`
		select statement from pg_prepared_statements`.execute(database());
	expect(rows).toEqual([{ statement: '/* prepared */ select $1::int as n' }]);
});
