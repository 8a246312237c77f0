import type { Clock } from '$lib/core/shared';
import { readFileSync } from 'node:fs';
import type { Env } from '../env';
import { defineWorker, type Worker } from '../jobs';
import { deliverMail, mailQueue } from './mail.usecases';
import { outboxFolder, outboxTransport } from './outbox';
import { smtpTransport } from './smtp';
import type { MailTransport } from './transport';

export function transportOf(env: Env, clock: Clock): MailTransport {
	const { smtpUrl, from, dkim } = env.mail;
	if (!smtpUrl) return outboxTransport(outboxFolder(env.dataDir), () => clock.now());
	return smtpTransport({
		url: smtpUrl,
		from,
		origin: env.origin,
		dkim: dkim && {
			domainName: dkim.domain,
			keySelector: dkim.selector,
			privateKey: readFileSync(dkim.keyFile, 'utf8')
		}
	});
}

export const mailJobs = (transport: MailTransport, origin: URL): Worker[] => [
	defineWorker(mailQueue, ({ message }) =>
		deliverMail({ message, transport, origin: origin.origin })
	)
];
