import { link, list, mailTemplate, text } from '../template';

/** Something awaits the person in Carnet. Never what: a mailbox is read by others. */
export const notice = mailTemplate<{
	readonly title: string;
	/** Path inside the application. */
	readonly path: string;
	readonly unsubscribeUrl: string;
}>({
	essential: false,
	render: ({ title, path, unsubscribeUrl }, origin) => ({
		subject: title,
		blocks: [text(`${title}.`), link('Ouvrir Carnet', origin + path)],
		unsubscribeUrl
	})
});

export const digest = mailTemplate<{
	readonly titles: readonly string[];
	readonly unsubscribeUrl: string;
}>({
	essential: false,
	render: ({ titles, unsubscribeUrl }, origin) => ({
		subject: 'Votre semaine dans Carnet',
		blocks: [
			text('Depuis une semaine\u00a0:'),
			list(titles),
			link('Ouvrir Carnet', `${origin}/messages`)
		],
		unsubscribeUrl
	})
});
