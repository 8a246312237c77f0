/** An OpenID provider that answers with whatever the test wants to see refused. */
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Lie {
	/** Changes the honest claims. */
	claims?: (honest: JWTPayload) => JWTPayload;
	/** `none`: unsigned; `other`: by a key that is not published. */
	signature?: 'none' | 'other';
}

export async function startHostileOidc() {
	const keys = await generateKeyPair('RS256', { extractable: true });
	const others = await generateKeyPair('RS256');
	let lie: Lie = {};
	/** What the application asked for: an honest provider remembers it by the code. */
	let asked = new URLSearchParams();

	async function idToken(): Promise<string> {
		const now = Math.floor(Date.now() / 1000);
		const honest: JWTPayload = {
			iss: issuer,
			sub: 'marie',
			aud: 'carnet',
			iat: now,
			exp: now + 300,
			nonce: asked.get('nonce') ?? ''
		};
		const claims = lie.claims?.(honest) ?? honest;
		if (lie.signature === 'none') return new UnsecuredJWT(claims).encode();
		const key = lie.signature === 'other' ? others.privateKey : keys.privateKey;
		return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(key);
	}

	const server = http.createServer((request, response) => {
		const answer = async (): Promise<unknown> => {
			switch (new URL(request.url ?? '/', issuer).pathname) {
				case '/.well-known/openid-configuration':
					return {
						issuer,
						authorization_endpoint: `${issuer}/auth`,
						token_endpoint: `${issuer}/token`,
						jwks_uri: `${issuer}/jwks`,
						authorization_response_iss_parameter_supported: true,
						id_token_signing_alg_values_supported: ['RS256'],
						response_types_supported: ['code'],
						subject_types_supported: ['public']
					};
				case '/jwks':
					return {
						keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }]
					};
				default:
					return { access_token: 'a', token_type: 'bearer', id_token: await idToken() };
			}
		};
		void answer().then((body) => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(body));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	return {
		issuer,
		/** Sends the browser back, as `authorizationUrl` asks or with some parameters changed. */
		answer(authorizationUrl: URL, next: Lie, changed: Record<string, string> = {}): string {
			lie = next;
			asked = authorizationUrl.searchParams;
			const honest = { code: 'c', state: asked.get('state') ?? '', iss: issuer };
			return `?${new URLSearchParams({ ...honest, ...changed }).toString()}`;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
