import { link, mailTemplate, text } from '../template';

/** Tells the owner of an account what has just happened to it; `what` is a whole French sentence. */
export const securityNotice = mailTemplate<{
	readonly what: string;
	/** Already written out, Paris time: « le 3 mai 2027 à 14 h 30 ». */
	readonly when: string;
}>({
	essential: true,
	render: ({ what, when }, origin) => ({
		subject: 'Sécurité de votre compte',
		blocks: [
			text(`${what} C’était ${when}.`),
			text('Si c’était vous, il n’y a rien à faire.'),
			link('Ce n’était pas moi', `${origin}/securite`)
		]
	})
});
