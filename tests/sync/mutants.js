/**
 * Broken variants of the product: each removes one of the things that keep writes safe. The model must
 * catch every one, or it proves nothing. Applied to the source as the tests load it (`--mutants`).
 */

/**
 * @typedef {{ file: string, from: string, to: string }} Edit
 * @typedef {{ name: string, edits: Edit[] }} Mutant
 */

/** @param {string} name @param {string} file @param {string} from @param {string} to @returns {Mutant} */
const one = (name, file, from, to) => ({ name, edits: [{ file, from, to }] });

const server = 'src/lib/server/sync';
const client = 'src/lib/client/sync';

/** @type {readonly Mutant[]} */
export const mutants = [
	{
		name: 'no-dedupe',
		edits: [
			{
				file: `${server}/apply-mutations.usecases.ts`,
				from: 'const recorded = known.get(id);',
				to: 'const recorded = undefined;'
			},
			{
				file: `${server}/mutations.repository.ts`,
				from: 'returning id, receipt',
				to: 'on conflict (id) do update set kind = excluded.kind returning id, receipt'
			}
		]
	},
	one(
		'sequence-instead-of-stream-head',
		`${server}/streams.ts`,
		'head = sync_stream.head + 1',
		'head = sync_stream.head'
	),
	one('phone-clock-trusted', `${client}/push.ts`, ".sortBy('ordinal')", ".sortBy('at')"),
	one(
		'wrong-person',
		`${server}/push.usecases.ts`,
		"if (request.user !== user.id) return fail(appError('sync.other-user', 'conflict'));",
		''
	),
	one(
		'swallowed-refusal',
		`${client}/settle.ts`,
		'await db.outbox.put(settled);',
		"if (settled.state === 'attention') await db.outbox.delete(entry.ordinal); else await db.outbox.put(settled);"
	),
	one('sent-before-the-receipt', `${client}/perform.ts`, "state: 'waiting'", "state: 'sent'"),
	one(
		'deletions-ignored',
		`${client}/apply.ts`,
		'if (row?.stream === stream) await db.rows.delete([type, id]);',
		'void row;'
	),
	one(
		'newer-note-overwritten',
		'src/lib/core/sync/decide.ts',
		"if (mutator.policy === 'strict' && (current?.version ?? null) !== mutation.base) {",
		"if (mutator.policy === 'strict' && mutation.base === undefined) {"
	),
	one(
		'waiting-writes-forgotten',
		`${client}/rebase.ts`,
		'server, body: replay(server, waiting) }',
		'server, body: server }'
	),
	one('restored-backup-ignored', `${client}/apply.ts`, 'await queueAgain(db);', ''),
	{
		name: 'outbox-outside-the-transaction',
		edits: [
			{
				file: `${client}/perform.ts`,
				from: "await db.transaction('rw', db.rows, db.outbox, async () => {",
				to: 'await (async () => {'
			},
			{ file: `${client}/perform.ts`, from: 'base, at });\n\t\t});', to: 'base, at });\n\t\t})();' }
		]
	}
];
