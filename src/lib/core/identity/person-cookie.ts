/**
 * Set beside the session cookie at sign-in and removed at sign-out, readable by the page: it tells
 * the phone, without the network, whose local database may be opened. It opens nothing by itself and
 * outlives the session, so that a person whose session has ended still reads their own data offline.
 */
export const PERSON_COOKIE = '__Host-carnet-personne';

/** The account id in a `document.cookie` string, or null. */
export function personIn(cookies: string): string | null {
	for (const part of cookies.split(';')) {
		const [name, value] = part.trim().split('=');
		if (name === PERSON_COOKIE && value) return value;
	}
	return null;
}
