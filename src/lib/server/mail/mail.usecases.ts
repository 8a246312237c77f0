import { unitOfWork } from '../db';
import { defineQueue, enqueue } from '../jobs';
import * as v from 'valibot';
import { bounces, deleteBounce, endMail, findQueuedMail } from './mail.repository';
import { insertBounce, insertMail, recipientOf } from './mail.repository';
import { renderMail } from './render';
import type { MailTemplate } from './template';
import { isTemplateName, templates, type TemplateData, type TemplateName } from './templates';
import { MailRefused, type MailTransport } from './transport';

export const mailQueue = defineQueue({
	name: 'mail.send',
	schema: v.object({ message: v.pipe(v.string(), v.uuid()) }),
	retries: 10,
	firstDelaySeconds: 10,
	timeoutSeconds: 90
});

export type MailRequest = {
	[K in TemplateName]: {
		readonly template: K;
		readonly to: string;
		readonly data: TemplateData<K>;
		/** What this message is about: the same key never sends twice. */
		readonly key?: string;
	};
}[TemplateName];

/** Sends a message if and only if the current unit of work commits. */
export const sendMail = ({ template, to, data, key = undefined }: MailRequest): Promise<void> =>
	unitOfWork(async () => {
		const message = await insertMail({ key: key ?? null, template, to, data });
		if (message) await enqueue(mailQueue, { message });
	});

/** One attempt. A repeat of a message that has already gone does nothing. */
export async function deliverMail(command: {
	message: string;
	transport: MailTransport;
	origin: string;
}): Promise<void> {
	const { message: id, transport, origin } = command;
	const mail = await findQueuedMail(id);
	if (!mail || !isTemplateName(mail.template)) return;
	const template = templates[mail.template] as MailTemplate<unknown>;
	if (!template.essential && (await bounces(mail.recipient))) return endMail(id, 'withheld');
	const content = template.render(mail.data, origin);
	try {
		const unsubscribeUrl = content.unsubscribeUrl ?? null;
		await transport.send({ id, to: mail.recipient, unsubscribeUrl, ...renderMail(content) });
	} catch (error) {
		if (!(error instanceof MailRefused)) throw error;
		return unitOfWork(async () => {
			await insertBounce(mail.recipient, error.message);
			await endMail(id, 'refused');
		});
	}
	await unitOfWork(async () => {
		await deleteBounce(mail.recipient);
		await endMail(id, 'gone');
	});
}

/**
 * What the operator's mail server calls when a message comes back after it had been accepted.
 * @returns false when the message is not one of ours
 */
export async function recordBounce(command: { message: string; reason: string }): Promise<boolean> {
	const mail = await recipientOf(command.message);
	if (!mail) return false;
	await insertBounce(mail.recipient, command.reason.slice(0, 500));
	return true;
}
