/** One description of a message, rendered both as plain text and as HTML. */
export type Block =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'code'; readonly code: string }
	| { readonly kind: 'link'; readonly label: string; readonly url: string }
	| { readonly kind: 'list'; readonly items: readonly string[] };

export const text = (content: string): Block => ({ kind: 'text', text: content });
export const code = (content: string): Block => ({ kind: 'code', code: content });
export const link = (label: string, url: string): Block => ({ kind: 'link', label, url });
export const list = (items: readonly string[]): Block => ({ kind: 'list', items });

export interface MailContent {
	/** Without anything private: it shows on a locked screen. */
	readonly subject: string;
	readonly blocks: readonly Block[];
	/** For what a person may stop receiving: answers the mail program's own button. */
	readonly unsubscribeUrl?: string;
}

export interface MailTemplate<T> {
	/** Tried even where earlier messages bounced. */
	readonly essential: boolean;
	/** @param origin where the application lives, without a final slash */
	render(data: T, origin: string): MailContent;
}

export const mailTemplate = <T>(template: MailTemplate<T>): MailTemplate<T> => template;
