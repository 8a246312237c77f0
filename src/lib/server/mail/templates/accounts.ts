import { link, mailTemplate, text } from '../template';

/** An account was opened for someone: they choose their password, which proves this mailbox. */
export const invitation = mailTemplate<{ readonly identifier: string }>({
	essential: true,
	render: ({ identifier }, origin) => ({
		subject: 'Votre compte Carnet',
		blocks: [
			text(`Un compte Carnet vous attend. Votre identifiant est ${identifier}.`),
			text('Choisissez votre mot de passe\u00a0: un code vous sera envoyé à cette adresse.'),
			link('Choisir mon mot de passe', `${origin}/recuperation`)
		]
	})
});

export const accessRefused = mailTemplate<Record<string, never>>({
	essential: true,
	render: () => ({
		subject: 'Votre demande d’accès à Carnet',
		blocks: [
			text(
				'Votre demande d’accès n’a pas été acceptée. Pour en connaître la raison, écrivez au correspondant académique.'
			)
		]
	})
});
