/** The only reader of `process.env`: validated once at boot, typed everywhere else. */
import * as v from 'valibot';
import { existsSync } from 'node:fs';
import { ssoSettings, type SsoSettings } from './identity/sso/settings';

const flag = v.optional(v.picklist(['0', '1']), '0');
/** Keys of 32 bytes in hexadecimal, the one in use first; the others only open what they sealed. */
const keys = v.pipe(
	v.string(),
	v.regex(
		/^[0-9a-f]{64}(?:,[0-9a-f]{64})*$/,
		'64 chiffres hexadécimaux, ou plusieurs clés séparées par des virgules'
	)
);
const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const schema = v.pipe(
	v.object({
		ORIGIN: v.optional(v.pipe(v.string(), v.url()), 'http://localhost:3000'),
		DATABASE_URL: v.optional(v.string(), ''),
		DATA_DIR: v.optional(v.string(), 'data'),
		/** Port of the HTTP server: where the command line finds it. */
		PORT: v.optional(v.pipe(v.string(), v.regex(/^\d{1,5}$/)), '3000'),
		DEMO: flag,
		LOG_LEVEL: v.optional(
			v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']),
			'info'
		),
		/** `smtp://…`; without it, messages stay in files under the data folder. */
		SMTP_URL: v.optional(v.string(), ''),
		MAIL_FROM: v.optional(v.string(), 'Carnet <ne-pas-repondre@localhost>'),
		/** `domain:selector:path of the private key`. */
		MAIL_DKIM: v.optional(
			v.union([v.literal(''), v.pipe(v.string(), v.regex(/^[^:]+:[^:]+:.+$/))]),
			''
		),
		/** Shared with the mail server that reports returned messages; without it, none is accepted. */
		MAIL_BOUNCE_TOKEN: v.optional(
			v.union([v.literal(''), v.pipe(v.string(), v.minLength(24))]),
			''
		),
		/** Identity providers people may sign in with: a JSON list, see identity/sso/settings. */
		SSO_PROVIDERS: v.pipe(v.optional(v.string(), '[]'), v.parseJson(), ssoSettings),
		/** Origins of a push service on this machine, for tests: refused for a real site. */
		PUSH_TEST_ORIGINS: v.optional(v.string(), ''),
		/** Under which pieces are sealed, and under which medical ones are; written by the setup. */
		DOCUMENT_KEYS: keys,
		MEDICAL_KEYS: keys,
		/** `https://host/bucket` of an S3-compatible service; without it, pieces stand in the data folder. */
		S3_URL: v.optional(v.union([v.literal(''), v.pipe(v.string(), v.url())]), ''),
		S3_REGION: v.optional(v.string(), 'us-east-1'),
		S3_ACCESS_KEY_ID: v.optional(v.string(), ''),
		S3_SECRET_ACCESS_KEY: v.optional(v.string(), ''),
		/** Socket of an antivirus (clamd), a path or `host:port`; without it, none is asked. */
		CLAMAV_SOCKET: v.optional(v.string(), ''),
		/** Key of the HMAC under which NUMEN are kept; written by the setup, 32 bytes in hexadecimal. */
		NUMEN_KEY: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'NUMEN_KEY: 64 chiffres hexadécimaux'))
	}),
	v.forward(
		v.check(
			({ PUSH_TEST_ORIGINS, ORIGIN }) =>
				PUSH_TEST_ORIGINS === '' || loopbackHosts.has(new URL(ORIGIN).hostname),
			'PUSH_TEST_ORIGINS est refusé quand ORIGIN n’est pas localhost.'
		),
		['PUSH_TEST_ORIGINS']
	),
	v.forward(
		v.check(
			({ DEMO, ORIGIN }) => DEMO === '0' || loopbackHosts.has(new URL(ORIGIN).hostname),
			'DEMO=1 est refusé quand ORIGIN n’est pas localhost : les comptes de démonstration n’ont pas de secret.'
		),
		['DEMO']
	)
);

export interface MailEnv {
	/** Null: messages stay in files under the data folder. */
	readonly smtpUrl: string | null;
	readonly from: string;
	readonly dkim: {
		readonly domain: string;
		readonly selector: string;
		readonly keyFile: string;
	} | null;
	readonly bounceToken: string | null;
}

export interface DocumentsEnv {
	readonly keys: readonly Buffer[];
	readonly medicalKeys: readonly Buffer[];
	/** Null: in the data folder. */
	readonly s3: {
		readonly url: string;
		readonly region: string;
		readonly accessKeyId: string;
		readonly secretAccessKey: string;
	} | null;
	readonly clamd: string | null;
}

export interface Env {
	readonly origin: URL;
	/** `postgres://…`, or null for the embedded database. */
	readonly databaseUrl: string | null;
	readonly dataDir: string;
	readonly port: number;
	readonly demo: boolean;
	readonly logLevel: string;
	readonly mail: MailEnv;
	readonly documents: DocumentsEnv;
	readonly pushTestOrigins: readonly string[];
	readonly sso: readonly SsoSettings[];
	readonly numenKey: Buffer;
}

export class ConfigurationRefused extends Error {
	/** The message says all the operator needs: no stack. */
	readonly forOperator = true;
}

function dkimOf(text: string): MailEnv['dkim'] {
	const [domain, selector, ...path] = text.split(':');
	return domain && selector ? { domain, selector, keyFile: path.join(':') } : null;
}

const keysOf = (text: string): Buffer[] => text.split(',').map((key) => Buffer.from(key, 'hex'));

/** @throws ConfigurationRefused naming each variable at fault, never its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
	const result = v.safeParse(schema, source);
	if (!result.success) {
		const lines = result.issues.map((issue) => `  ${v.getDotPath(issue) ?? ''} : ${issue.message}`);
		throw new ConfigurationRefused(`Configuration refusée\n${lines.join('\n')}`);
	}
	const e = result.output;
	return {
		origin: new URL(e.ORIGIN),
		databaseUrl: e.DATABASE_URL || null,
		dataDir: e.DATA_DIR,
		port: Number(e.PORT),
		demo: e.DEMO === '1',
		logLevel: e.LOG_LEVEL,
		mail: {
			smtpUrl: e.SMTP_URL || null,
			from: e.MAIL_FROM,
			dkim: dkimOf(e.MAIL_DKIM),
			bounceToken: e.MAIL_BOUNCE_TOKEN || null
		},
		documents: {
			keys: keysOf(e.DOCUMENT_KEYS),
			medicalKeys: keysOf(e.MEDICAL_KEYS),
			s3: e.S3_URL
				? {
						url: e.S3_URL,
						region: e.S3_REGION,
						accessKeyId: e.S3_ACCESS_KEY_ID,
						secretAccessKey: e.S3_SECRET_ACCESS_KEY
					}
				: null,
			clamd: e.CLAMAV_SOCKET || null
		},
		sso: e.SSO_PROVIDERS,
		pushTestOrigins: e.PUSH_TEST_ORIGINS.split(',').filter(Boolean),
		numenKey: Buffer.from(e.NUMEN_KEY, 'hex')
	};
}

let current: Env | undefined;

export function env(): Env {
	if (!current) {
		if (existsSync('.env')) process.loadEnvFile('.env');
		current = parseEnv(process.env);
	}
	return current;
}
