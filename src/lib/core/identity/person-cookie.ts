/**
 * Three cookies that the page itself reads or writes.
 *
 * The person's is set beside the session cookie at sign-in and removed at sign-out: it tells the
 * phone, without the network, whose local database may be opened. It opens nothing by itself and
 * outlives the session, so that a person whose session has ended still reads their own data offline.
 *
 * The leaving one is written by a sign-out that could not reach the server: the next request that
 * carries it ends the session before anything else.
 *
 * The phone's says what this browser keeps before any database is opened: `garde`, so that a phone that
 * finds nothing can say that the browser erased it; `partage`, nothing, until the browser closes.
 */
export const PERSON_COOKIE = '__Host-carnet-personne';
export const LEAVING_COOKIE = '__Host-carnet-sortie';
export const PHONE_COOKIE = '__Host-carnet-telephone';

/** The account id in a `document.cookie` string, or null. */
export function personIn(cookies: string): string | null {
	for (const part of cookies.split(';')) {
		const [name, value] = part.trim().split('=');
		if (name === PERSON_COOKIE && value) return value;
	}
	return null;
}
