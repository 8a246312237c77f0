/**
 * Signing in through an identity provider. The attempt is bound to the browser by a cookie, to the
 * provider by its state, and used once. Whatever is wrong, the person reads the same answer; the log
 * says more.
 */
import { appError, fail, ok, type Result } from '$lib/core/shared';
import { randomBytes } from 'node:crypto';
import { unitOfWork } from '../../db';
import type { Client, IdentityDeps } from '../client';
import { afterFirstProof, type SignInStep } from '../second-factor.usecases';
import { SsoRefused, type SsoProof, type SsoProvider, type SsoReturn } from './provider';
import type { SsoProviders } from './providers';
import {
	deleteExpiredAttempts,
	findAccountToLink,
	findLinkedAccount,
	findLinkOwner,
	findOpenAccount,
	insertAttempt,
	insertLink,
	takeAttempt
} from './sso.repository';

const ATTEMPT_MINUTES = 10;

/** `none`: a SAML provider returns by a form of its own site. */
export const ssoCookie = {
	name: '__Host-carnet-sso',
	options: {
		path: '/',
		secure: true,
		httpOnly: true,
		sameSite: 'none',
		maxAge: ATTEMPT_MINUTES * 60
	}
} as const;

export interface SsoDeps extends IdentityDeps {
	readonly providers: SsoProviders;
	readonly origin: URL;
	readonly log: { warn(details: object, message: string): void };
}

const randomToken = () => randomBytes(32).toString('base64url');
const refused = () => fail(appError('identity.sso-refused', 'unauthenticated'));
const unknownProvider = () => fail(appError('identity.sso-unknown-provider', 'not-found'));

export const callbackOf = (origin: URL, provider: SsoProvider): URL =>
	new URL(`/connexion/sso/${provider.id}/retour`, origin);

export async function startSso(
	command: { provider: string; nextPage: string | null; linkTo: string | null },
	deps: SsoDeps
): Promise<Result<{ url: URL; token: string }>> {
	const provider = deps.providers.get(command.provider);
	if (!provider) return unknownProvider();
	const now = deps.clock.now();
	const [token, state] = [randomToken(), randomToken()];
	try {
		const { url, kept } = await provider.start(callbackOf(deps.origin, provider), state, now);
		const attempt = { ...command, state, kept };
		await deleteExpiredAttempts(now);
		await insertAttempt(token, attempt, new Date(now.getTime() + ATTEMPT_MINUTES * 60_000));
		return ok({ url, token });
	} catch (error) {
		deps.log.warn({ err: error, provider: provider.id }, 'identity provider unreachable');
		return fail(appError('identity.sso-unavailable', 'unavailable'));
	}
}

export interface SsoCommand {
	readonly provider: string;
	/** Value of the attempt's cookie. */
	readonly token: string | null;
	/** What the provider added to our address, and the body of its form. */
	readonly search: string;
	readonly form: URLSearchParams | null;
	readonly headers: Headers;
	readonly peer: string;
	readonly client: Client;
}

export async function finishSso(
	command: SsoCommand,
	deps: SsoDeps
): Promise<Result<SignInStep & { nextPage: string | null }>> {
	const provider = deps.providers.get(command.provider);
	if (!provider) return unknownProvider();
	const now = deps.clock.now();
	const attempt = command.token ? await takeAttempt(command.token, now) : null;
	if (!attempt || attempt.provider !== provider.id) return refused();

	const url = callbackOf(deps.origin, provider);
	url.search = command.search;
	const { form, headers, peer } = command;
	const returned: SsoReturn = { url, form, headers, peer, kept: attempt.kept, now };
	let proof: SsoProof;
	try {
		if (provider.stateOf(returned) !== attempt.state) throw new SsoRefused('another state');
		proof = await provider.finish(returned);
	} catch (error) {
		deps.log.warn({ err: error, provider: provider.id }, 'identity provider refused');
		return refused();
	}

	return unitOfWork(async () => {
		const account = await accountOf(proof, provider, attempt.linkTo);
		if (!account.ok) return account;
		const { client } = command;
		const step = await afterFirstProof({ account: account.value, factor: 'sso', client }, deps);
		return step.ok ? ok({ ...step.value, nextPage: attempt.nextPage }) : step;
	});
}

/** The account of this person, linked now if it can be. */
async function accountOf(proof: SsoProof, provider: SsoProvider, linkTo: string | null) {
	const { issuer, subject, email } = proof;
	const linked = await findLinkedAccount(issuer, subject);
	if (linked) {
		if (linkTo !== null && linkTo !== linked.id)
			return fail(appError('identity.sso-linked-elsewhere', 'conflict'));
		return ok(linked);
	}
	if (await findLinkOwner(issuer, subject)) return refused();
	const account = linkTo
		? await findOpenAccount(linkTo)
		: provider.trustEmail && email
			? await findAccountToLink(email, issuer)
			: undefined;
	if (!account) return fail(appError('identity.sso-unknown-person', 'unauthenticated'));
	await insertLink(issuer, subject, account.id);
	return ok(account);
}

/** Where to end the provider's own session, after ours. */
export async function ssoLogoutUrl(
	command: { provider: string },
	deps: Pick<SsoDeps, 'providers' | 'origin' | 'log'>
): Promise<URL | null> {
	const provider = deps.providers.get(command.provider);
	try {
		return (await provider?.logoutUrl(new URL('/connexion', deps.origin))) ?? null;
	} catch (error) {
		deps.log.warn({ err: error, provider: command.provider }, 'identity provider unreachable');
		return null;
	}
}
