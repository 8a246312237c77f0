/**
 * The closing hour: every teacher writes twenty times and files, all within three minutes, on the
 * product's own server over PostgreSQL. Each request waits its turn as a phone would, at a moment
 * drawn over the window, and is timed from the phone's side.
 */
import { fileRequest, saveMutationDraft } from '$lib/core/mobility';
import { PROTOCOL, type PushAnswer } from '$lib/core/sync';
import { db } from '$lib/server/db';
import type { StoredCampaign } from '$lib/server/mobility';
import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { answers, shownTotals, voeux } from '../../tests/support/mobility';
import { mobilityReference } from '$lib/data/mobility';
import type { Teacher } from './people';

const WRITES = 20;
/** A phone sends what waits together: four times five writes, then the deposit. */
const BATCH = 5;

export interface ClosingHour {
	readonly seconds: number;
	readonly requests: number;
	readonly p95: number;
	readonly worst: number;
	readonly refused: number;
	readonly lost: number;
	readonly doubled: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function post(url: URL, teacher: Teacher, body: object): Promise<PushAnswer> {
	const text = JSON.stringify(body);
	const headers = {
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(text),
		cookie: `__Host-carnet=${teacher.session}`
	};
	return new Promise((done, fail) => {
		const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
			let said = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => (said += chunk));
			answer.on('end', () =>
				answer.statusCode === 200
					? done(JSON.parse(said) as PushAnswer)
					: fail(new Error(`${answer.statusCode} ${said.slice(0, 200)}`))
			);
		});
		sent.on('error', fail);
		sent.end(text);
	});
}

function batchesOf(teacher: Teacher, campaign: StoredCampaign, totals: number[]) {
	let ordinal = 0;
	const mutation = (kind: string, args: object) => ({
		...{ id: randomUUID(), ordinal: ++ordinal, kind, args, base: null },
		at: new Date().toISOString()
	});
	const drafts = Array.from({ length: WRITES }, (_, n) =>
		mutation(saveMutationDraft.kind, {
			...{ id: teacher.id, campagne: campaign.template, voeux },
			answers: { ...answers, enfants: String(n % 4) }
		})
	);
	const file = mutation(fileRequest.kind, {
		...{ id: randomUUID(), campaign: campaign.id, answers, voeux },
		shown: { version: mobilityReference.version, totals }
	});
	const batches = Array.from({ length: WRITES / BATCH }, (_, n) =>
		drafts.slice(n * BATCH, (n + 1) * BATCH)
	);
	return [...batches, [file]];
}

export async function closingHour(
	origin: string,
	people: readonly Teacher[],
	campaign: StoredCampaign,
	windowSeconds: number
): Promise<ClosingHour> {
	const { epoch } = await db().selectFrom('installation').select('epoch').executeTakeFirstOrThrow();
	const totals = shownTotals(campaign);
	const url = new URL('/api/v1/sync/push', origin);
	const times: number[] = [];
	let refused = 0;
	const started = performance.now();

	async function act(teacher: Teacher, rank: number) {
		const batches = batchesOf(teacher, campaign, totals);
		const first = (rank / people.length) * windowSeconds * 0.5;
		for (const [n, mutations] of batches.entries()) {
			const due = (first + n * windowSeconds * 0.1) * 1000;
			const wait = started + due - performance.now();
			if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
			const sentAt = performance.now();
			const envelope = { protocol: PROTOCOL, user: teacher.id, epoch, device: teacher.device };
			const answer = await post(url, teacher, { ...envelope, mutations });
			times.push(performance.now() - sentAt);
			refused += answer.results.filter(({ outcome }) => outcome !== 'applied').length;
			refused += mutations.length - answer.results.length;
		}
	}

	await Promise.all(people.map(act));
	const seconds = (performance.now() - started) / 1000;
	agent.destroy();
	times.sort((a, b) => a - b);
	const { rows } = await sql<{ filed: number; receipts: number; drafts: number }>`
		select (select count(*) from mobility_request where state = 'confirmation-a-signer') as filed,
			(select count(*) from mobility_filing) as receipts,
			(select count(*) from sync_mutation where kind = ${saveMutationDraft.kind}) as drafts`.execute(
		db()
	);
	const { filed, receipts, drafts } = rows[0]!;
	return {
		...{ seconds, requests: times.length, refused },
		p95: times[Math.floor(times.length * 0.95)]!,
		worst: times.at(-1)!,
		lost: people.length - Number(filed) + people.length * WRITES - Number(drafts),
		doubled: Number(receipts) - Number(filed)
	};
}
