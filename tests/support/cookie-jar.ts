/** A browser reduced to its cookies: follows nothing by itself. */
export class CookieJar {
	#cookies = new Map<string, string>();

	async get(url: string | URL, init: RequestInit = {}): Promise<Response> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const response = await fetch(url, {
			...init,
			redirect: 'manual',
			headers: { accept: 'text/html', cookie, ...init.headers }
		});
		for (const line of response.headers.getSetCookie()) {
			const [name = '', ...value] = line.split(';')[0]!.split('=');
			this.#cookies.set(name, value.join('='));
		}
		return response;
	}

	post(url: string | URL, fields: Record<string, string>): Promise<Response> {
		return this.get(url, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams(fields)
		});
	}
}
