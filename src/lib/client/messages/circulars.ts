/** What has been published to the person. */
import { acknowledgeCircular, circularEntity, type Circular } from '$lib/core/messages';
import type { Result } from '$lib/core/shared';
import { bodiesOf, bodyOf, type LocalDatabase } from '../db';
import { Live } from '../shared';
import { perform, type Writer } from '../sync';

/** Latest first. */
export const myCircularsNow = async (db: LocalDatabase): Promise<Circular[]> =>
	(await bodiesOf(db, circularEntity)).sort((a, b) => b.publishedAt.localeCompare(a.publishedAt));

export const myCirculars = (db: LocalDatabase): Live<Circular[]> =>
	new Live(() => myCircularsNow(db));

export const myCircular = (db: LocalDatabase, id: string): Live<Circular | null> =>
	new Live(() => bodyOf(db, circularEntity, id));

export const acknowledge = (writer: Writer, id: string): Promise<Result<string>> =>
	perform(writer, acknowledgeCircular, { id, at: writer.now().toISOString() });
