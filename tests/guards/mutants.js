/**
 * Broken variants of what keeps people out: each removes one guard. Its own tests must turn red, or
 * they prove nothing. Applied to the source as the tests load it.
 */

/**
 * @typedef {{ file: string, from: string, to: string }} Edit
 * @typedef {{ name: string, project: 'unit' | 'integration', test: string, edits: Edit[] }} Mutant
 */

/**
 * @param {string} name @param {Mutant['project']} project @param {string} test
 * @param {string} file @param {string} from @param {string} to @returns {Mutant}
 */
const one = (name, project, test, file, from, to) => ({
	...{ name, project, test },
	edits: [{ file, from, to }]
});

const core = 'src/lib/core/identity';
const server = 'src/lib/server/identity';
const at = 'tests/integration';

/** @type {readonly Mutant[]} */
export const mutants = [
	one(
		'an unlisted route is open',
		'unit',
		`${core}/policy.test.ts`,
		`${core}/policy.ts`,
		'if (rule === undefined) return null;',
		"if (rule === undefined) return { need: 'public', bodyLimit: 0, anyOrigin: false, stepUp: false };"
	),
	one(
		'any function may call what names one',
		'unit',
		'tests/architecture/policy.test.ts',
		`${core}/policy.ts`,
		'need.includes(role)',
		'role !== null'
	),
	one(
		'a perimeter is not looked at',
		'unit',
		`${core}/rights.test.ts`,
		`${core}/rights.ts`,
		'isStaff(actor.role) && same(actor.academie, thing.academie)\n};',
		'isStaff(actor.role)\n};'
	),
	one(
		'another site may send what it likes',
		'unit',
		'src/lib/server/http/same-origin.test.ts',
		'src/lib/server/http/same-origin.ts',
		'if (from !== null) return from === origin;',
		'if (from !== null) return true;'
	),
	one(
		'a password alone opens a manager’s session',
		'integration',
		`${at}/identity-second-factor.test.ts`,
		`${server}/second-factor.usecases.ts`,
		'!isStaff(account.role)',
		'true'
	),
	one(
		'a code serves as often as one likes',
		'integration',
		`${at}/identity-access.test.ts`,
		`${server}/flows.repository.ts`,
		".set({ proven_at: at })\n\t\t.where('id', '=', id)\n\t\t.where('proven_at', 'is', null)",
		".set({ proven_at: at })\n\t\t.where('id', '=', id)"
	),
	one(
		'failures are counted and forgiven',
		'integration',
		`${at}/identity-sign-in.test.ts`,
		`${server}/attempts.repository.ts`,
		'where attempt_counter.blocked_until is null or attempt_counter.blocked_until <= ${now}',
		'where true'
	),
	one(
		'a key answers for any account',
		'integration',
		`${at}/identity-passkeys.test.ts`,
		`${server}/passkeys/passkey-proof.usecases.ts`,
		'(flow.account_id !== null && flow.account_id !== key.account_id)',
		'false'
	),
	one(
		'a key need not verify its holder',
		'integration',
		`${at}/identity-passkeys.test.ts`,
		`${server}/passkeys/ceremony.ts`,
		'expectedRPID: origin.hostname,\n\t\t\trequireUserVerification: true,\n\t\t\tcredential',
		'expectedRPID: origin.hostname,\n\t\t\trequireUserVerification: false,\n\t\t\tcredential'
	),
	one(
		'a session never ends',
		'integration',
		`${at}/identity-sessions.test.ts`,
		`${server}/lucia-adapter.repository.ts`,
		'least(now() + make_interval(secs => idle_seconds), ends_at)',
		"now() + interval '1 year'"
	),
	one(
		'one agrees to one’s own request',
		'integration',
		`${at}/identity-two-people.test.ts`,
		`${server}/approvals/approvals.repository.ts`,
		"\t\t.where('asked_by', '!=', by)\n",
		''
	),
	one(
		'a file opens beyond the perimeter',
		'integration',
		`${at}/identity-two-people.test.ts`,
		`${server}/open-file.usecases.ts`,
		"!scope || !can(user, 'file.open', scope)",
		'!scope'
	),
	one(
		'a proof of yesterday is fresh',
		'integration',
		`${at}/identity-two-people.test.ts`,
		`${core}/step-up.ts`,
		'now.getTime() - verifiedAt.getTime() <= STEP_UP_MINUTES * 60_000',
		'now.getTime() >= verifiedAt.getTime()'
	),
	one(
		'protected rows are read as their owner',
		'integration',
		`${at}/row-security.test.ts`,
		'src/lib/server/db/with-role.ts',
		"set_config('role', ${role}, true)",
		"set_config('carnet.unused', ${role}, true)"
	),
	one(
		'the journal is not sealed',
		'integration',
		`${at}/identity-audit.test.ts`,
		`${server}/audit.repository.ts`,
		'JSON.stringify([previous, seq, ...content])',
		'JSON.stringify([seq])'
	)
];
