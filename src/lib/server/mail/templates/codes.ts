import { code, link, mailTemplate, text } from '../template';

interface CodeData {
	readonly code: string;
	readonly minutes: number;
	/** What the code belongs to, for the link that saves typing it. */
	readonly flow: string;
}

const validity = (minutes: number) =>
	text(`Il est valable ${minutes}\u00a0minutes et ne sert qu’une fois. Ne le donnez à personne.`);

const notYou = text(
	'Si vous n’avez rien demandé, ignorez ce message\u202f: sans ce code, rien ne change.'
);

export const activationCode = mailTemplate<CodeData>({
	essential: true,
	render: (data) => ({
		subject: 'Votre code d’activation',
		blocks: [
			text('Voici le code qui active votre compte Carnet\u00a0:'),
			code(data.code),
			validity(data.minutes),
			notYou
		]
	})
});

export const verificationCode = mailTemplate<CodeData>({
	essential: true,
	render: (data) => ({
		subject: 'Votre code de vérification',
		blocks: [
			text('Voici votre code de vérification\u00a0:'),
			code(data.code),
			validity(data.minutes),
			notYou
		]
	})
});

export const recoveryCode = mailTemplate<CodeData>({
	essential: true,
	render: (data, origin) => ({
		subject: 'Choisir un nouveau mot de passe',
		blocks: [
			text('Voici le code pour choisir un nouveau mot de passe\u00a0:'),
			code(data.code),
			validity(data.minutes),
			link(
				'Choisir un nouveau mot de passe',
				`${origin}/recuperation/lien?demande=${data.flow}&code=${data.code}`
			),
			notYou
		]
	})
});

export const addressConfirmation = mailTemplate<CodeData>({
	essential: true,
	render: (data) => ({
		subject: 'Confirmer cette adresse de secours',
		blocks: [
			text('Voici le code qui confirme cette adresse comme adresse de secours\u00a0:'),
			code(data.code),
			validity(data.minutes),
			notYou
		]
	})
});
