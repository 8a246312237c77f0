/**
 * The person says whose phone this is. Everything moves to a new database under a new key, and the
 * former one is deleted: whatever stops in between, exactly one of them is the person's.
 */
import { isAcceptableCode } from '$lib/core/identity';
import { appError, fail, ok, type Result } from '$lib/core/shared';
import {
	askToPersist,
	copyInto,
	LocalDatabase,
	deletePerson,
	newDatabaseName,
	sealedWith,
	type Keyring,
	type KnownPerson,
	type Lock
} from '../db';
import { fetchJson } from '../http';
import { countOutbox } from '../sync';
import { device } from './device';
import { newBox, putIn } from './keys/box';
import { base64, halvesOf, secretOf } from './keys/code';
import { wrapKey } from './keys/derive';
import { enrolPasskey } from './keys/passkey';
import { randomBytes, ringOf } from './keys/ring';
import { forgetShare, keepShare } from './keys/share';
import { unlocked } from './keys/unlocked';
import { isIncomplete } from './keys/without-lock';
import { closeLocalSession, currentStorage, forgetData, type LocalSession } from './local-session';
import { sealingOf, type Storage } from './open-storage';
import { markPhone, rememberPerson } from './phone-cookie';

export type Choice =
	| { readonly protection: 'passkey' }
	| { readonly protection: 'code'; readonly code: string }
	| { readonly protection: 'clear' }
	| { readonly protection: 'memory' };

export interface Protected {
	/** Whether the browser promises not to erase by itself: some ask the person, and wait. */
	readonly persisted: Promise<boolean>;
}

interface Prepared {
	readonly lock: Lock;
	/** Given to the server once everything is copied; null when it holds nothing. */
	readonly share: { readonly share: string; readonly verifier: string | null } | null;
}

const unsent = appError('identity.unsent-writes', 'conflict');
const needsNetwork = appError('identity.unlock-needs-network', 'unavailable');

/** What will open `database`, by the protection chosen. */
async function prepare(
	choice: Exclude<Choice, { protection: 'memory' }>,
	{ database, ring, name }: { database: string; ring: Keyring; name: string }
): Promise<Result<Prepared>> {
	const key = ring.keys.get(ring.current)!;
	if (choice.protection === 'passkey') {
		const made = await enrolPasskey(name);
		if (!made.ok) return made;
		const { credential, salt, secret } = made.value;
		const wrapped = wrapKey(secret, key, database);
		return ok({ lock: { protection: 'passkey', credential, salt, wrapped }, share: null });
	}
	if (choice.protection === 'code') {
		if (!isAcceptableCode(choice.code))
			return fail(appError('identity.weak-phone-code', 'validation'));
		const [salt, share] = [randomBytes(16), base64(randomBytes())];
		const { verifier, half } = await halvesOf(choice.code, salt);
		const wrapped = wrapKey(secretOf(half, share), key, database);
		return ok({ lock: { protection: 'code', salt, wrapped }, share: { share, verifier } });
	}
	const { box, secret } = await newBox();
	const keys = [{ name: ring.current, wrapped: await putIn(box, key) }];
	return ok({
		lock: { protection: 'clear', box, keys },
		share: { share: secret, verifier: null }
	});
}

async function moveTo(
	from: Storage,
	known: KnownPerson,
	{ ring, share }: { ring: Keyring; share: Prepared['share'] }
): Promise<Result<null>> {
	const to = new LocalDatabase(known.database);
	to.use(sealedWith(await sealingOf(known, ring)));
	try {
		await copyInto(from.db, to);
		await to.write('device', known.device);
		const kept = share ? await keepShare(known.device, share) : await forgetShare(known.device);
		if (share && !kept.ok) {
			await to.delete();
			return fail(needsNetwork);
		}
		// Closed for good when this browser was told to keep nothing.
		await device.open();
		await device.people.put(known);
	} finally {
		to.close();
	}
	unlocked.set(known.database, ring);
	markPhone('garde');
	rememberPerson(known.person);
	await closeLocalSession();
	if (from.kept) await deletePerson(from.kept.known.database);
	return ok(null);
}

/** Nothing may stay: what waits must be on the server first. */
async function keepNothing(session: LocalSession): Promise<Result<Protected>> {
	await session.sync.retryNow();
	const { waiting, attention } = await countOutbox(session.db);
	const phone = await session.db.read('device');
	const pieces = await session.db.read('depositsWaiting');
	if (waiting + attention > 0 || pieces) return fail(unsent);
	const shared = await fetchJson(fetch, '/api/v1/session/partage', { method: 'POST' });
	if (!shared.ok) return fail(needsNetwork);
	if (phone) await forgetShare(phone);
	await forgetData();
	markPhone('partage');
	return ok({ persisted: Promise.resolve(false) });
}

async function isWhole({ sync, writer }: LocalSession, { kept }: Storage): Promise<boolean> {
	const lacks = async () => !!kept && isIncomplete(device, writer.personId, kept.ring);
	if (await lacks()) await sync.retryNow();
	return !(await lacks());
}

export async function protectWith(
	session: LocalSession,
	choice: Choice
): Promise<Result<Protected>> {
	const from = await currentStorage();
	if (!from || from.refused) return fail(appError('identity.phone-keeps-nothing', 'unsupported'));
	if (choice.protection === 'memory') return keepNothing(session);
	if (choice.protection === 'clear' && from.kept && from.protection === 'clear') {
		await device.people.update(from.kept.known.person, { answered: true });
		await closeLocalSession();
		return ok({ persisted: askToPersist().catch(() => false) });
	}
	// Pieces are kept apart and do not move: they are sent first.
	if (await session.db.read('depositsWaiting')) return fail(unsent);
	// What cannot be read cannot be copied: its keys come back first.
	if (!(await isWhole(session, from))) return fail(needsNetwork);
	const database = newDatabaseName();
	const ring = ringOf(randomBytes(), choice.protection === 'clear' ? undefined : 'key');
	const prepared = await prepare(choice, { database, ring, name: session.person.firstName });
	if (!prepared.ok) return prepared;
	const { lock, share } = prepared.value;
	const known: KnownPerson = {
		...{ person: session.writer.personId, database, lock, answered: true },
		device: (await session.db.read('device')) ?? crypto.randomUUID()
	};
	const moved = await moveTo(from, known, { ring, share });
	if (!moved.ok) return moved;
	return ok({ persisted: askToPersist().catch(() => false) });
}
