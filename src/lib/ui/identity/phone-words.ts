/** The four answers to « À qui est ce téléphone ? », and what each one means. */
import type { Protection } from '$lib/core/identity';

interface Words {
	readonly name: string;
	readonly meaning: string;
}

export const phoneWords: Readonly<Record<Protection, Words>> = {
	passkey: {
		name: 'Mon téléphone, clé d’accès',
		meaning:
			'Tout est chiffré. Vous l’ouvrez par l’empreinte, le visage ou le code du téléphone, même sans réseau.'
	},
	code: {
		name: 'Mon téléphone, code',
		meaning:
			'Tout est chiffré. Il faut le réseau pour ouvrir, puis Carnet reste ouvert jusqu’à cinq\u00a0minutes sans usage. Dix\u00a0essais au plus.'
	},
	clear: {
		name: 'Mon téléphone, sans verrou',
		meaning:
			'Votre carrière est lisible par qui tient ce téléphone déverrouillé. Le reste est chiffré et revient avec le réseau.'
	},
	memory: {
		name: 'Appareil partagé',
		meaning:
			'Rien n’est gardé. Il faut le réseau à chaque ouverture, et Carnet vous déconnecte après quinze\u00a0minutes sans usage.'
	}
};
