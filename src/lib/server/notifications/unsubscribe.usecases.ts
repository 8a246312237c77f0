/**
 * « Ne plus recevoir ces messages »: a link that needs no session, since a mail program follows it by
 * itself. Signed, so that it stops the mails of its own reader and of nobody else; it can do no more.
 */
import {
	channelKey,
	kindIds,
	notificationSettingsEntity,
	type KindId
} from '$lib/core/notifications';
import { isUuid, type NewId } from '$lib/core/shared';
import { timingSafeEqual } from 'node:crypto';
import { keyedDigest } from '../identity';
import { writePersonalRow } from '../sync';

/** What a person may stop receiving: one kind, or the weekly digest. */
export type MailSubject = KindId | 'digest';

const signatureOf = (accountId: string, subject: string): string =>
	keyedDigest('unsubscribe', `${accountId} ${subject}`);

export function unsubscribeUrl(origin: string, accountId: string, subject: MailSubject): string {
	const query = new URLSearchParams({
		...{ compte: accountId, objet: subject },
		signature: signatureOf(accountId, subject)
	});
	return `${origin}/desabonnement?${query}`;
}

function isSigned(accountId: string, subject: string, signature: string): boolean {
	const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(accountId, subject))];
	return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Stops these mails; false when the link is not one of ours. */
export async function stopMails(link: URLSearchParams, deps: { newId: NewId }): Promise<boolean> {
	const [accountId, subject, signature] = ['compte', 'objet', 'signature'].map(
		(name) => link.get(name) ?? ''
	) as [string, string, string];
	const known = subject === 'digest' || (kindIds as string[]).includes(subject);
	if (!known || !isUuid(accountId) || !isSigned(accountId, subject, signature)) return false;
	const key = subject === 'digest' ? 'digest.mail' : channelKey(subject as KindId, 'mail');
	await writePersonalRow(
		notificationSettingsEntity,
		{ accountId, id: accountId, version: deps.newId() },
		(current) => ({ ...current, channels: { ...current?.channels, [key]: false } })
	);
	return true;
}
