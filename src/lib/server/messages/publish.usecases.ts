/**
 * Sending a circular out. Invariant: a person it concerns has it once, whatever is repeated or killed
 * on the way. People are taken by the thousand, each thousand in a transaction of its own, so that
 * nobody's phone waits for thirty thousand others.
 */
import { frenchDate, type Clock } from '$lib/core/shared';
import * as v from 'valibot';
import { unitOfWork } from '../db';
import { defineQueue } from '../jobs';
import { notify } from '../notifications';
import { concernedAfter } from './audience.repository';
import { findCircular, lockCircular, setState, type StoredCircular } from './circulars.repository';
import { addRecipients, recipientsAfter, restamp } from './recipients.repository';

export const publishQueue = defineQueue({
	name: 'messages.publish',
	schema: v.object({
		circular: v.pipe(v.string(), v.uuid()),
		/** The hour it was planned for: a circular planned again ignores its earlier hours. */
		at: v.string()
	}),
	timeoutSeconds: 600
});

const AT_ONCE = 1000;

/** From scheduled to sending, unless it was changed, put off or sent since. */
const begin = (id: string, planned: string, at: Date): Promise<StoredCircular | null> =>
	unitOfWork(async () => {
		const circular = await lockCircular(id);
		if (!circular || circular.publishAt?.toISOString() !== planned) return null;
		if (circular.state === 'sending') return circular;
		if (circular.state !== 'scheduled') return null;
		await setState(id, 'sending', { publishedAt: at, at });
		return (await findCircular(id))!;
	});

const tell = ({ id, title, readBefore, corrects }: StoredCircular, to: string[], clock: Clock) =>
	notify(
		{
			kind: 'circular-published',
			key: `circular:${id}`,
			to,
			data: {
				circular: id,
				title,
				readBefore: readBefore && frenchDate(readBefore),
				corrects: corrects !== null
			}
		},
		{ clock }
	);

type Page = (page: { after: string | null; limit: number }) => Promise<string[]>;

async function byThousands(page: Page, work: (people: string[]) => Promise<void>): Promise<void> {
	for (let after: string | null = null; ;) {
		const people: string[] = await page({ after, limit: AT_ONCE });
		if (people.length === 0) return;
		await unitOfWork(() => work(people));
		after = people.at(-1)!;
	}
}

export async function publishCircular(
	command: { circular: string; at: string },
	{ clock }: { clock: Clock }
): Promise<void> {
	const circular = await begin(command.circular, command.at, clock.now());
	if (!circular) return;
	const { id, audience, corrects } = circular;
	const send = async (people: string[]) => {
		await addRecipients(id, people);
		await tell(circular, people, clock);
	};
	await byThousands((page) => concernedAfter(audience, page), send);
	if (corrects) {
		// Whoever had the first one has the correction too, and sees the first one as replaced.
		await byThousands(
			(page) => recipientsAfter(corrects, page),
			async (people) => {
				await send(people);
				await restamp(corrects, people);
			}
		);
	}
	await unitOfWork(() => setState(id, 'published', { at: clock.now() }));
}
