import type { RenderedMail } from './render';

export interface OutgoingMail extends RenderedMail {
	/** The same at each attempt, so that a mailbox recognises a repeat. */
	readonly id: string;
	readonly to: string;
	readonly unsubscribeUrl: string | null;
}

/** The receiving side has refused this message for good: another attempt would be refused too. */
export class MailRefused extends Error {
	override readonly name = 'MailRefused';
}

export interface MailTransport {
	/** @throws MailRefused, or anything else when it is worth trying again */
	send(mail: OutgoingMail): Promise<void>;
	close(): void;
}
