/** A proxy in front of us has already signed the person in, and says who in a header. */
import { SsoRefused, type SsoProvider } from './provider';
import type { SsoSettingsOf } from './settings';

const plainAddress = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

export function headerProvider(settings: SsoSettingsOf<'header'>): SsoProvider {
	const proxies = new Set(settings.proxies);
	return {
		id: settings.id,
		label: settings.label,
		trustEmail: settings.trustEmail,
		async start(callback, state) {
			const url = new URL(callback);
			url.searchParams.set('state', state);
			return { url, kept: {} };
		},
		stateOf: ({ url }) => url.searchParams.get('state'),
		async finish({ headers, peer }) {
			if (!proxies.has(plainAddress(peer))) throw new SsoRefused('not from the proxy');
			const subject = headers.get(settings.subjectHeader)?.trim();
			// Two values joined by a comma: the proxy let a client's own header through.
			if (!subject || subject.includes(',')) throw new SsoRefused('no subject');
			const email = settings.emailHeader ? headers.get(settings.emailHeader) : null;
			return { issuer: `header:${settings.id}`, subject, email };
		},
		logoutUrl: async () => null
	};
}
