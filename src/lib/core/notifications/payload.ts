/**
 * What travels through the push service, encrypted, and may show on a locked screen. One shape for
 * Safari, which displays it by itself (declarative web push), and for our worker.
 */
import type { Rendered } from './kind';

export interface PushPayload {
	readonly web_push: 8030;
	readonly notification: {
		readonly title: string;
		readonly body: string;
		readonly lang: 'fr';
		readonly dir: 'ltr';
		readonly tag: string;
		/** Absolute. */
		readonly navigate: string;
	};
	readonly app_badge: number;
}

/** Smallest limit among push services is 4,096 bytes, encryption included. */
export const LONGEST_PAYLOAD = 3000;

const cut = (text: string, length: number) =>
	text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;

export function pushPayload(input: {
	rendered: Rendered;
	sensitive: boolean;
	group: string;
	unread: number;
	origin: string;
}): PushPayload {
	const { rendered, sensitive, group, unread, origin } = input;
	return {
		web_push: 8030,
		notification: {
			title: sensitive ? 'Carnet' : cut(rendered.title, 120),
			body: sensitive ? 'Une nouvelle vous attend.' : cut(rendered.body, 240),
			lang: 'fr',
			dir: 'ltr',
			tag: cut(group, 64),
			navigate: origin + (sensitive ? '/messages' : rendered.path)
		},
		app_badge: unread
	};
}
