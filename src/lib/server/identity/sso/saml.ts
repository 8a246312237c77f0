/**
 * SAML 2 by node-saml: signed assertions only, for us only, in answer to the request this browser
 * made. The request's identifier stays with the attempt, so that any instance can take the return.
 */
import { SAML, ValidateInResponseTo, type CacheProvider } from '@node-saml/node-saml';
import { SsoRefused, type SsoProvider } from './provider';
import type { SsoSettingsOf } from './settings';

const textOf = (value: unknown): string | null =>
	typeof value === 'string' && value !== '' ? value : null;

/** Knows one request: the one of this attempt. */
const onlyRequest = (id: string | null, at: string | null): CacheProvider => ({
	saveAsync: async (key, value) => ({ value, createdAt: Date.parse(value) }),
	getAsync: async (key) => (key === id ? at : null),
	removeAsync: async (key) => key
});

export function samlProvider(settings: SsoSettingsOf<'saml'>): SsoProvider {
	const saml = (callback: URL, cacheProvider: CacheProvider, requestId?: string) =>
		new SAML({
			callbackUrl: callback.href,
			entryPoint: settings.entryPoint,
			issuer: settings.entityId,
			audience: settings.entityId,
			idpIssuer: settings.idpIssuer,
			idpCert: settings.certificate,
			wantAssertionsSigned: true,
			wantAuthnResponseSigned: false,
			validateInResponseTo: ValidateInResponseTo.always,
			acceptedClockSkewMs: 60_000,
			maxAssertionAgeMs: 5 * 60_000,
			disableRequestedAuthnContext: true,
			identifierFormat: settings.subjectAttribute
				? null
				: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
			cacheProvider,
			...(requestId && { generateUniqueId: () => requestId })
		});

	return {
		id: settings.id,
		label: settings.label,
		trustEmail: settings.trustEmail,
		async start(callback, state, now) {
			const requestId = `_${crypto.randomUUID()}`;
			const location = await saml(
				callback,
				onlyRequest(null, null),
				requestId
			).getAuthorizeUrlAsync(state, undefined, {});
			return { url: new URL(location), kept: { requestId, at: now.toISOString() } };
		},
		stateOf: ({ form }) => form?.get('RelayState') ?? null,
		async finish({ url, form, kept }) {
			const callback = new URL(url.pathname, url);
			const cache = onlyRequest(kept['requestId'] ?? null, kept['at'] ?? null);
			const { profile } = await saml(callback, cache).validatePostResponseAsync({
				SAMLResponse: form?.get('SAMLResponse') ?? ''
			});
			const subject = profile
				? textOf(settings.subjectAttribute ? profile[settings.subjectAttribute] : profile.nameID)
				: null;
			if (!profile || !subject) throw new SsoRefused('no subject');
			return {
				issuer: settings.idpIssuer,
				subject,
				email: textOf(profile[settings.emailAttribute])
			};
		},
		logoutUrl: async () => (settings.logoutUrl ? new URL(settings.logoutUrl) : null)
	};
}
