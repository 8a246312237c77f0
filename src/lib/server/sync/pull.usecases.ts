import { streamsOf, type Protection, type SessionUser } from '$lib/core/identity';
import { PAGE_SIZE, PROTOCOL, type PullAnswer, type PullRequest, type Slice } from '$lib/core/sync';
import {
	appError,
	fail,
	kindOfStream,
	ok,
	type Clock,
	type Result,
	type Stream
} from '$lib/core/shared';
import { readPull, type PullArm, type PulledRow } from './pull.repository';
import type { SyncSource } from './sync-source';

export interface PullCommand {
	readonly user: SessionUser;
	readonly request: PullRequest;
	readonly sources: readonly SyncSource[];
	readonly clock: Clock;
	/** Told of a device not seen for a while, or never, or protected in another way. */
	readonly onSeen: (device: { id: string; mode: Protection }) => Promise<void>;
}

interface KnownDevice {
	readonly revoked: boolean;
	readonly fresh: boolean;
	readonly mode: Protection;
}

function armsFor({ request, sources }: PullCommand, streams: readonly Stream[]): PullArm[] {
	const cursors = new Map(request.cursors.map((c) => [`${c.stream} ${c.type}`, c.cursor]));
	return streams.flatMap((stream) =>
		sources
			.filter(
				({ entity }) =>
					entity.stream === kindOfStream(stream) && request.types[entity.type] === entity.version
			)
			.map((source) => ({
				stream,
				source,
				after: cursors.get(`${stream} ${source.entity.type}`) ?? null
			}))
	);
}

function toSlice({ stream, source }: PullArm, found: readonly PulledRow[]): Slice | null {
	const kept = found.slice(0, PAGE_SIZE);
	const last = kept.at(-1);
	if (!last) return null;
	return {
		stream,
		type: source.entity.type,
		rows: kept.map(({ id, rev, body }) => ({ id, rev, body })),
		cursor: { rev: last.rev, id: last.id },
		more: found.length > PAGE_SIZE
	};
}

/** What is new for this person since the phone's cursors. */
export async function pull(command: PullCommand): Promise<Result<PullAnswer>> {
	const { user, request, clock } = command;
	if (request.protocol !== PROTOCOL) return fail(appError('sync.client-outdated', 'conflict'));
	if (request.user !== user.id) return fail(appError('sync.other-user', 'conflict'));

	const streams = streamsOf(user);
	const arms = armsFor(command, streams);
	const rows = await readPull(arms, user, request.device);
	const { id: epoch, body } = rows.find(({ arm }) => arm === -1)!;
	const device = body as KnownDevice | null;
	if (device?.revoked) return fail(appError('sync.device-revoked', 'forbidden'));
	const { device: id, protection: mode } = request;
	const isKnown = device?.fresh && device.mode === mode;
	if (!isKnown && mode !== 'memory') await command.onSeen({ id, mode });
	const at = clock.now().toISOString();
	if (request.epoch !== null && request.epoch !== epoch) {
		return ok({ epoch, person: user, at, reset: true, left: [], slices: [] });
	}

	const known = new Set(request.cursors.map(({ stream }) => stream));
	const left = [...known].filter((stream) => !streams.includes(stream));
	const byArm = Map.groupBy(rows, ({ arm }) => arm);
	const slices = arms
		.map((arm, index) => toSlice(arm, byArm.get(index) ?? []))
		.filter((slice) => slice !== null);
	return ok({ epoch, person: user, at, reset: false, left, slices });
}
