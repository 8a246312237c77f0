/** The cookies that say who this browser belongs to; the server sets and removes them too. */
import { PERSON_COOKIE, PHONE_COOKIE } from '$lib/core/identity';

const attributes = 'path=/; secure; samesite=lax';
/** As long as a browser keeps a cookie. */
const LONGEST = 400 * 24 * 3600;

export type PhoneMark = 'partage' | 'garde';

export function phoneMark(): PhoneMark | null {
	const value = new RegExp(`(?:^|; )${PHONE_COOKIE}=(\\w+)`).exec(document.cookie)?.[1];
	return value === 'partage' || value === 'garde' ? value : null;
}

export function markPhone(mark: PhoneMark): void {
	const lasting = mark === 'garde' ? `; max-age=${LONGEST}` : '';
	document.cookie = `${PHONE_COOKIE}=${mark}; ${attributes}${lasting}`;
}

/** The device is the person's again: who they are outlives the browser. */
export function rememberPerson(id: string): void {
	document.cookie = `${PERSON_COOKIE}=${id}; ${attributes}; max-age=${LONGEST}`;
}

export function forgetPerson(): void {
	for (const name of [PERSON_COOKIE, PHONE_COOKIE])
		document.cookie = `${name}=; ${attributes}; max-age=0`;
}
