import { allows, isFresh, type Operation, type Role } from '$lib/core/identity';
import { appError } from '$lib/core/shared';
import { error, type Handle, type RequestEvent } from '@sveltejs/kit';
import { isOperator } from './operator';
import { isApi, requestedOperation } from './operation';
import { respondError } from './respond';

/** A body whose size is not announced cannot be bounded before it is read: it counts as too large. */
function isTooLarge(request: Request, { bodyLimit }: Operation): boolean {
	if (request.body === null) return false;
	const announced = request.headers.get('content-length');
	return announced === null || !(Number(announced) <= bodyLimit);
}

const isAllowed = (event: RequestEvent, { need }: Operation, role: Role | null): boolean =>
	need === 'operator' ? isOperator(event) : allows(need, role);

/** The page the person is on: the one they asked for, or the one whose form they sent. */
function pageOf({ request, url }: RequestEvent): string {
	const referer = request.headers.get('referer');
	const from = request.method === 'GET' || !referer ? null : URL.parse(referer);
	return from?.origin === url.origin ? from.pathname : url.pathname;
}

/** Sends the person to prove again who they are, and then back. */
function askStepUp(event: RequestEvent): Response {
	if (isApi(event)) return respondError(appError('identity.step-up-required', 'forbidden'));
	const location = `/securite/confirmer?suite=${encodeURIComponent(pageOf(event))}`;
	return new Response(null, { status: 303, headers: { location } });
}

const isProven = ({ locals }: RequestEvent, operation: Operation, now: Date): boolean =>
	!operation.stepUp || (locals.session !== null && isFresh(locals.session.verifiedAt, now));

const NOWHERE = '/introuvable';

/** Applies the policy. An unknown route and a forbidden one answer alike. */
export const guard: Handle = async ({ event, resolve }) => {
	const operation = requestedOperation(event);
	const role = event.locals.user?.role ?? null;
	if (operation && isAllowed(event, operation, role)) {
		if (!isProven(event, operation, new Date())) return askStepUp(event);
		if (!isTooLarge(event.request, operation)) return resolve(event);
		if (isApi(event)) return respondError(appError('http.too-large', 'too-large'));
		error(413, { message: 'Cet envoi est trop volumineux.' });
	}
	const signedOut = operation !== null && operation.need !== 'operator' && role === null;
	if (isApi(event)) {
		return respondError(
			signedOut
				? appError('identity.session-required', 'unauthenticated')
				: appError('http.not-found', 'not-found')
		);
	}
	if (signedOut) {
		const target = encodeURIComponent(event.url.pathname);
		return new Response(null, { status: 303, headers: { location: `/connexion?suite=${target}` } });
	}
	// A route of ours, so that it is drawn in this process: to an address it does not know, Kit would
	// make a request over the network.
	return event.fetch(NOWHERE);
};
