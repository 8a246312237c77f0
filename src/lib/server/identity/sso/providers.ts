import { casProvider } from './cas';
import { oidcProvider } from './oidc';
import type { SsoProvider } from './provider';
import { samlProvider } from './saml';
import type { SsoSettings } from './settings';
import { headerProvider } from './trusted-header';

function providerOf(settings: SsoSettings): SsoProvider {
	switch (settings.kind) {
		case 'oidc':
			return oidcProvider(settings);
		case 'cas':
			return casProvider(settings);
		case 'saml':
			return samlProvider(settings);
		case 'header':
			return headerProvider(settings);
	}
}

export type SsoProviders = ReadonlyMap<string, SsoProvider>;

export const ssoProviders = (settings: readonly SsoSettings[]): SsoProviders =>
	new Map(settings.map((one) => [one.id, providerOf(one)]));
