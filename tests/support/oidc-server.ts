/** A real OpenID provider (oidc-provider), where anyone signs in under the name they type. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { CookieJar } from './cookie-jar';

export interface TestOidc {
	readonly issuer: string;
	/** Goes through the provider's own pages; returns the address it sends the browser back to. */
	signIn(authorizationUrl: URL, login: string): Promise<URL>;
	close(): Promise<void>;
}

export async function startOidc(callback: string, emailOf: (login: string) => string) {
	const server = http.createServer();
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
	const provider = new Provider(issuer, {
		clients: [
			{
				client_id: 'carnet',
				client_secret: 'a-secret-of-the-tests-only',
				redirect_uris: [callback],
				post_logout_redirect_uris: [new URL('/connexion', callback).href],
				token_endpoint_auth_method: 'client_secret_post'
			}
		],
		claims: { openid: ['sub'], email: ['email', 'email_verified'] },
		findAccount: (_context, id) => ({
			accountId: id,
			claims: async () => ({ sub: id, email: emailOf(id), email_verified: true })
		}),
		pkce: { required: () => true },
		cookies: { keys: ['a key of the tests only'] },
		features: { devInteractions: { enabled: true } }
	});
	provider.on('server_error', (_context, error) => process.stderr.write(`${error}\n`));
	server.on('request', provider.callback());

	return {
		issuer,
		async signIn(authorizationUrl: URL, login: string): Promise<URL> {
			const browser = new CookieJar();
			let response = await browser.get(authorizationUrl);
			for (let step = 0; step < 15; step++) {
				const location = response.headers.get('location');
				if (location) {
					const next = new URL(location, issuer);
					if (next.href.startsWith(callback)) return next;
					response = await browser.get(next);
					continue;
				}
				const page = await response.text();
				const action = /action="([^"]+)"/.exec(page)?.[1];
				const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
				if (!action || !prompt) throw new Error(`unexpected page: ${page.slice(0, 500)}`);
				response = await browser.post(new URL(action, issuer), { prompt, login, password: 'x' });
			}
			throw new Error('the provider never came back');
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	} satisfies TestOidc;
}
