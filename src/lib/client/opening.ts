/**
 * What every page of the application reads before it shows anything. Screens load it on demand; the
 * shell names it, so that the browser fetches it with the first files and not after the last.
 */
export { openLocalSession } from './identity/local-session';
export { careerReference } from '$lib/data';
