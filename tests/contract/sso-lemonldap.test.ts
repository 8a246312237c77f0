import { ssoProviders, ssoSettings } from '$lib/server/identity';
import type { SsoProvider, SsoReturn } from '$lib/server/identity/sso/provider';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lemonldapInstalled, startLemonldap } from '../support/lemonldap';

const origin = 'http://localhost:4998';
const callbackOf = (id: string) => new URL(`${origin}/connexion/sso/${id}/retour`);
const state = 'an unguessable state of the test';

/** Not an ordinary skip: the machine lacks a Debian package, and the report says so. */
const suite = lemonldapInstalled() ? describe : describe.skip;
if (!lemonldapInstalled())
	process.stderr.write(
		'LemonLDAP::NG n’est pas installé : CAS et SAML ne sont pas éprouvés ici.\n'
	);

suite('LemonLDAP::NG', () => {
	let portal: Awaited<ReturnType<typeof startLemonldap>>;
	let cas: SsoProvider;
	let saml: SsoProvider;

	beforeAll(async () => {
		const entityId = `${origin}/sso`;
		portal = await startLemonldap({ entityId, callback: callbackOf('saml').href });
		const providers = ssoProviders(
			v.parse(ssoSettings, [
				{ kind: 'cas', id: 'cas', label: 'CAS', base: `${portal.portal}cas` },
				{
					...{ kind: 'saml', id: 'saml', label: 'SAML', entityId, subjectAttribute: 'uid' },
					entryPoint: `${portal.portal}saml/singleSignOn`,
					idpIssuer: `${portal.portal}saml/metadata`,
					certificate: portal.certificate
				}
			])
		);
		cas = providers.get('cas')!;
		saml = providers.get('saml')!;
	}, 60_000);
	afterAll(() => portal?.stop());

	const returned = (
		url: URL,
		kept: SsoReturn['kept'],
		form: URLSearchParams | null = null
	): SsoReturn => ({
		...{ url, kept, form, now: new Date() },
		headers: new Headers(),
		peer: '127.0.0.1'
	});

	describe('CAS 3', () => {
		async function ticketFor(user: string) {
			const started = await cas.start(callbackOf('cas'), state, new Date());
			const answer = await (await portal.browserOf(user)).get(started.url);
			const location = answer.headers.get('location');
			if (!location) throw new Error(`no ticket: ${await answer.text()} ${portal.log()}`);
			return { url: new URL(location), kept: started.kept };
		}

		test('names the person once; the ticket does not serve twice', async () => {
			const { url, kept } = await ticketFor('dwho');
			expect(cas.stateOf(returned(url, kept))).toBe(state);
			const proof = await cas.finish(returned(url, kept));
			expect(proof).toMatchObject({ issuer: `${portal.portal}cas`, subject: 'dwho' });
			await expect(cas.finish(returned(url, kept))).rejects.toThrow();
		});

		test('refuses a ticket for another service, and an invented one', async () => {
			const { url } = await ticketFor('dwho');
			const kept = { service: `${callbackOf('cas').href}?etat=another` };
			await expect(cas.finish(returned(url, kept))).rejects.toThrow();
			const invented = new URL(`${callbackOf('cas').href}?etat=${state}&ticket=ST-invented`);
			await expect(cas.finish(returned(invented, { service: url.href }))).rejects.toThrow();
		});
	});

	describe('SAML 2', () => {
		async function responseFor(user: string) {
			const started = await saml.start(callbackOf('saml'), state, new Date());
			const page = await (await (await portal.browserOf(user)).get(started.url)).text();
			const field = (name: string) => {
				const input = (page.match(/<input[^>]+>/g) ?? []).find((tag) => tag.includes(`"${name}"`));
				return (/value="([^"]*)"/.exec(input ?? '')?.[1] ?? '').replace(
					/&#x?[0-9a-f]+;/gi,
					(entity) => {
						const hex = /^&#x/i.test(entity);
						const code = entity.replace(/\D*([0-9a-f]+);/i, '$1');
						return String.fromCharCode(parseInt(code, hex ? 16 : 10));
					}
				);
			};
			const response = field('SAMLResponse').replace(/\s/g, '');
			if (!response) throw new Error(`no response: ${page.slice(0, 1500)} ${portal.log()}`);
			const form = new URLSearchParams({ SAMLResponse: response, RelayState: field('RelayState') });
			return { form, kept: started.kept };
		}
		const changed = (form: URLSearchParams, change: (xml: string) => string) => {
			const xml = Buffer.from(form.get('SAMLResponse')!, 'base64').toString();
			const response = Buffer.from(change(xml)).toString('base64');
			return new URLSearchParams({ SAMLResponse: response, RelayState: state });
		};

		test('names the person, by a signed assertion made for us', async () => {
			const { form, kept } = await responseFor('dwho');
			const back = returned(callbackOf('saml'), kept, form);
			expect(saml.stateOf(back)).toBe(state);
			expect(await saml.finish(back)).toEqual({
				issuer: `${portal.portal}saml/metadata`,
				subject: 'dwho',
				email: 'dwho@badwolf.org'
			});
		});

		test('refuses an answer to another request, a changed name and a removed signature', async () => {
			const { form, kept } = await responseFor('dwho');
			const other = { ...kept, requestId: '_another' };
			const finish = (body: URLSearchParams, with_ = kept) =>
				saml.finish(returned(callbackOf('saml'), with_, body));
			await expect(finish(form, other)).rejects.toThrow();
			await expect(
				finish(changed(form, (xml) => xml.replaceAll('dwho', 'root')))
			).rejects.toThrow();
			const unsigned = (xml: string) =>
				xml.replace(/<(?:ds:)?Signature[ >].*?<\/(?:ds:)?Signature>/gs, '');
			expect(unsigned(Buffer.from(form.get('SAMLResponse')!, 'base64').toString())).not.toContain(
				'SignatureValue'
			);
			await expect(finish(changed(form, unsigned))).rejects.toThrow();
			await expect(finish(new URLSearchParams({ SAMLResponse: 'x' }))).rejects.toThrow();
			expect(await finish(form)).toMatchObject({ subject: 'dwho' });
		});
	});
});
