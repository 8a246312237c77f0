import { addressesOf, type Person } from './account.repository';
import { sendMail } from '../mail';

const parisMoment = new Intl.DateTimeFormat('fr-FR', {
	timeZone: 'Europe/Paris',
	day: 'numeric',
	month: 'long',
	year: 'numeric',
	hour: 'numeric',
	minute: '2-digit'
});

/** « le 3 mai 2027 à 14 h 30 » */
export function writtenMoment(at: Date): string {
	const part = Object.fromEntries(
		parisMoment.formatToParts(at).map(({ type, value }) => [type, value])
	);
	const day = part['day'] === '1' ? '1er' : part['day'];
	const hour = `${part['hour']}\u00a0h\u00a0${part['minute']}`;
	return `le ${day} ${part['month']} ${part['year']} à ${hour}`;
}

/** Tells the owner, at every address known, what has just happened to the account. */
export async function warnOwner(person: Person, what: string, at: Date): Promise<void> {
	for (const to of addressesOf(person)) {
		await sendMail({ template: 'security-notice', to, data: { what, when: writtenMoment(at) } });
	}
}
