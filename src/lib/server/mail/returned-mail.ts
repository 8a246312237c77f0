import { timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { recordBounce } from './mail.usecases';

const report = v.object({
	/** Identifier before the `@` of the message's Message-ID. */
	message: v.pipe(v.string(), v.uuid()),
	reason: v.pipe(v.string(), v.maxLength(2000))
});

export function tokenMatches(header: string | null, token: string | null): boolean {
	const given = Buffer.from(header ?? '');
	const expected = Buffer.from(`Bearer ${token ?? ''}`);
	return token !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

/** @returns false when the report is malformed or the message is not ours */
export async function readReturnedMail(body: unknown): Promise<boolean> {
	const parsed = v.safeParse(report, body);
	return parsed.success && recordBounce(parsed.output);
}
