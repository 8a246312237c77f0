/** What an operator writes to open sign-in by an identity provider: `SSO_PROVIDERS`, a JSON list. */
import * as v from 'valibot';

const common = {
	/** Segment of the address: `/connexion/sso/<id>`. */
	id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
	/** « Se connecter avec … » */
	label: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
	/** The provider vouches for its people's academic addresses: an unknown one is then recognised. */
	trustEmail: v.optional(v.boolean(), false)
};

const address = v.pipe(
	v.string(),
	v.url(),
	v.check((text) => {
		const { protocol, hostname } = new URL(text);
		return protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost');
	}, 'https est requis')
);

const oidc = v.object({
	...common,
	kind: v.literal('oidc'),
	issuer: address,
	clientId: v.string(),
	clientSecret: v.string(),
	scope: v.optional(v.string(), 'openid email'),
	/** `RS256` where the provider signs its user information, as ProConnect does. */
	userinfoAlg: v.optional(v.string())
});

const cas = v.object({ ...common, kind: v.literal('cas'), base: address });

const saml = v.object({
	...common,
	kind: v.literal('saml'),
	entryPoint: address,
	/** Entity identifiers: the provider's, and ours there. */
	idpIssuer: v.string(),
	entityId: v.string(),
	/** PEM or its base64 body. */
	certificate: v.string(),
	/** Attribute that names the person; without it, the NameID, which must then be persistent. */
	subjectAttribute: v.optional(v.string()),
	emailAttribute: v.optional(v.string(), 'mail'),
	/** The provider’s own sign-out page; without it, only our session ends. */
	logoutUrl: v.optional(address)
});

const header = v.object({
	...common,
	kind: v.literal('header'),
	/** Set by the proxy and removed by it from what clients send. */
	subjectHeader: v.string(),
	emailHeader: v.optional(v.string()),
	/** Addresses the proxy connects from; anyone else's headers are worth nothing. */
	proxies: v.pipe(v.array(v.pipe(v.string(), v.ip())), v.minLength(1))
});

export const ssoSettings = v.pipe(
	v.array(v.variant('kind', [oidc, cas, saml, header])),
	v.check((all) => new Set(all.map(({ id }) => id)).size === all.length, 'identifiants répétés')
);

export type SsoSettings = v.InferOutput<typeof ssoSettings>[number];
export type SsoSettingsOf<K extends SsoSettings['kind']> = Extract<SsoSettings, { kind: K }>;
