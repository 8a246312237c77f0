/**
 * OpenID Connect: authorization code with PKCE, state, nonce and issuer, by openid-client. By itself
 * it neither checks the signature of a token that came straight from the provider nor refuses an
 * issue date in the future: both are asked for here.
 */
import * as client from 'openid-client';
import { SsoRefused, type SsoProvider } from './provider';
import type { SsoSettingsOf } from './settings';

const CLOCK_SKEW_SECONDS = 60;

export function oidcProvider(settings: SsoSettingsOf<'oidc'>): SsoProvider {
	const { id, label, trustEmail, clientId, clientSecret, userinfoAlg } = settings;
	const issuer = new URL(settings.issuer);
	let known: Promise<client.Configuration> | undefined;

	/** Asked at the first sign-in; a provider that was down then is asked again at the next. */
	function configuration(): Promise<client.Configuration> {
		known ??= client
			.discovery(
				issuer,
				clientId,
				{
					client_secret: clientSecret,
					[client.clockTolerance]: CLOCK_SKEW_SECONDS,
					...(userinfoAlg && { userinfo_signed_response_alg: userinfoAlg })
				},
				client.ClientSecretPost(clientSecret),
				{
					timeout: 5,
					execute: [
						client.enableNonRepudiationChecks,
						...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])
					]
				}
			)
			.catch((error: unknown) => {
				known = undefined;
				throw error;
			});
		return known;
	}

	return {
		id,
		label,
		trustEmail,
		async start(callback, state) {
			const verifier = client.randomPKCECodeVerifier();
			const nonce = client.randomNonce();
			const url = client.buildAuthorizationUrl(await configuration(), {
				redirect_uri: callback.href,
				scope: settings.scope,
				code_challenge: await client.calculatePKCECodeChallenge(verifier),
				code_challenge_method: 'S256',
				state,
				nonce
			});
			return { url, kept: { verifier, nonce } };
		},
		stateOf: ({ url }) => url.searchParams.get('state'),
		async finish({ url, kept, now }) {
			const config = await configuration();
			const tokens = await client.authorizationCodeGrant(config, url, {
				pkceCodeVerifier: kept['verifier'] ?? '',
				expectedState: url.searchParams.get('state') ?? '',
				expectedNonce: kept['nonce'] ?? '',
				idTokenExpected: true
			});
			const claims = tokens.claims();
			if (!claims?.sub) throw new SsoRefused('no subject');
			if (claims.iat > now.getTime() / 1000 + CLOCK_SKEW_SECONDS)
				throw new SsoRefused('issued in the future');
			const info = config.serverMetadata().userinfo_endpoint
				? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
				: claims;
			const verified = info['email_verified'] === true || info['email_verified'] === undefined;
			const email = verified && typeof info['email'] === 'string' ? info['email'] : null;
			return { issuer: claims.iss, subject: claims.sub, email };
		},
		async logoutUrl(returnTo) {
			const config = await configuration();
			if (!config.serverMetadata().end_session_endpoint) return null;
			return client.buildEndSessionUrl(config, { post_logout_redirect_uri: returnTo.href });
		}
	};
}
