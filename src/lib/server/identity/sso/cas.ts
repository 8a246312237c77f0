/**
 * CAS 3. The protocol is one redirect and one question to the server; no kept library does it, so it
 * is written here. The service address carries our state, and must be the same at both steps.
 */
import { DOMParser } from '@xmldom/xmldom';
import { SsoRefused, type SsoProvider } from './provider';
import type { SsoSettingsOf } from './settings';

const NAMESPACE = 'http://www.yale.edu/tp/cas';
const LONGEST_ANSWER = 64 * 1024;
const emailNames = ['mail', 'email'];

/** Reads a service validation response. @throws SsoRefused */
export function readCasAnswer(xml: string): { subject: string; email: string | null } {
	if (xml.length > LONGEST_ANSWER || /<!DOCTYPE/i.test(xml)) throw new SsoRefused('not an answer');
	const errorHandler = (_level: string, message: unknown) => {
		throw new SsoRefused(String(message));
	};
	const document = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml');
	const successes = document.getElementsByTagNameNS(NAMESPACE, 'authenticationSuccess');
	const users = document.getElementsByTagNameNS(NAMESPACE, 'user');
	const user = users[0]?.textContent?.trim();
	if (successes.length !== 1 || users.length !== 1 || !user) throw new SsoRefused('not validated');
	const emails = emailNames.flatMap((name) =>
		Array.from(document.getElementsByTagNameNS(NAMESPACE, name), (node) => node.textContent ?? '')
	);
	return { subject: user, email: emails[0]?.trim() || null };
}

export function casProvider(settings: SsoSettingsOf<'cas'>): SsoProvider {
	const base = settings.base.replace(/\/$/, '');
	return {
		id: settings.id,
		label: settings.label,
		trustEmail: settings.trustEmail,
		async start(callback, state) {
			const service = new URL(callback);
			service.searchParams.set('etat', state);
			const url = new URL(`${base}/login`);
			url.searchParams.set('service', service.href);
			return { url, kept: { service: service.href } };
		},
		stateOf: ({ url }) => url.searchParams.get('etat'),
		async finish({ url, kept }) {
			const ticket = url.searchParams.get('ticket');
			if (!ticket || ticket.length > 512) throw new SsoRefused('no ticket');
			const question = new URL(`${base}/p3/serviceValidate`);
			question.searchParams.set('service', kept['service'] ?? '');
			question.searchParams.set('ticket', ticket);
			const answer = await fetch(question, {
				redirect: 'error',
				signal: AbortSignal.timeout(5000)
			});
			if (!answer.ok) throw new SsoRefused(`CAS answered ${answer.status}`);
			return { issuer: base, ...readCasAnswer(await answer.text()) };
		},
		async logoutUrl(returnTo) {
			const url = new URL(`${base}/logout`);
			url.searchParams.set('service', returnTo.href);
			return url;
		}
	};
}
