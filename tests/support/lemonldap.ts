/**
 * LemonLDAP::NG, the portal of many académies, from Debian: a real CAS, OpenID Connect and SAML
 * server, with its own demonstration accounts (the password is the name).
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CookieJar } from './cookie-jar';
import { eventually } from './eventually';

const TEMPLATES = '/usr/share/lemonldap-ng/portal/templates';
const SHIPPED = '/var/lib/lemonldap-ng/conf/lmConf-1.json';

export const lemonldapInstalled = (): boolean => existsSync(TEMPLATES) && existsSync(SHIPPED);

export interface SamlPeer {
	readonly entityId: string;
	readonly callback: string;
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

const metadataOf = ({ entityId, callback }: SamlPeer) =>
	`<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
	'<SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" ' +
	'protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
	'<AssertionConsumerService index="0" isDefault="true" ' +
	`Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${callback}"/>` +
	'</SPSSODescriptor></EntityDescriptor>';

export async function startLemonldap(peer: SamlPeer) {
	const folder = mkdtempSync(join(tmpdir(), 'carnet-llng-'));
	const inFolder = (path: string) => join(folder, path);
	for (const path of ['conf', 'sessions/lock', 'psessions/lock', 'cache'])
		mkdirSync(inFolder(path), { recursive: true });
	const port = await freePort();
	const portal = `http://localhost:${port}/`;
	const openssl = (...args: string[]) =>
		execFileSync('openssl', args, { stdio: 'pipe' }).toString();
	const key = openssl('genrsa', '2048');
	writeFileSync(inFolder('key.pem'), key);
	const subject = ['-days', '2', '-subj', '/CN=lemonldap'];
	const certificate = openssl('req', '-new', '-x509', '-key', inFolder('key.pem'), ...subject);
	const files = (name: string) => ({
		Directory: inFolder(name),
		LockDirectory: inFolder(`${name}/lock`)
	});
	const store = 'Apache::Session::File';
	const configuration = {
		...(JSON.parse(readFileSync(SHIPPED, 'utf8')) as object),
		...{ portal, domain: 'localhost', securedCookie: 0, cookieName: 'lemonldap' },
		...{ authentication: 'Demo', userDB: 'Same', passwordDB: 'Demo', requireToken: 0 },
		...{ demoExportedVars: { cn: 'cn', mail: 'mail', uid: 'uid' }, checkXSS: 0 },
		...{ globalStorage: store, persistentStorage: store },
		globalStorageOptions: {
			...files('sessions'),
			generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256'
		},
		persistentStorageOptions: files('psessions'),
		...{ issuerDBCASActivation: 1, casAccessControlPolicy: 'none', casAttr: 'uid' },
		casAttributes: { mail: 'mail' },
		...{ issuerDBSAMLActivation: 1, samlEntityID: `${portal}saml/metadata` },
		...{ samlServicePrivateKeySig: key, samlServicePublicKeySig: certificate },
		samlSPMetaDataXML: { carnet: { samlSPMetaDataXML: metadataOf(peer) } },
		samlSPMetaDataOptions: {
			carnet: {
				samlSPMetaDataOptionsSignSSOMessage: 1,
				samlSPMetaDataOptionsCheckSSOMessageSignature: 0,
				samlSPMetaDataOptionsNameIDFormat: 'persistent'
			}
		},
		samlSPMetaDataExportedAttributes: { carnet: { mail: '1;mail;;', uid: '1;uid;;' } }
	};
	writeFileSync(inFolder('conf/lmConf-1.json'), JSON.stringify({ ...configuration, cfgNum: 1 }));
	const logger = 'Lemonldap::NG::Common::Logger::Std';
	writeFileSync(
		inFolder('lemonldap.ini'),
		[
			...['[all]', 'logLevel=error', `logger=${logger}`, `userLogger=${logger}`],
			'localSessionStorage=Cache::FileCache',
			`localSessionStorageOptions={ 'namespace' => 'x', 'default_expires_in' => 600, 'directory_umask' => '007', 'cache_root' => '${inFolder('cache')}', 'cache_depth' => 3 }`,
			...['[configuration]', 'type=File', `dirName=${inFolder('conf')}`],
			...['[portal]', 'languages=fr', 'staticPrefix=/static', `templateDir=${TEMPLATES}`],
			'portalSkin=bootstrap'
		].join('\n')
	);
	writeFileSync(
		inFolder('portal.psgi'),
		'use Lemonldap::NG::Portal::Main; Lemonldap::NG::Portal::Main->run({});'
	);
	const server = spawn(
		'plackup',
		['-p', String(port), '-o', '127.0.0.1', inFolder('portal.psgi')],
		{
			env: { ...process.env, LLNG_DEFAULTCONFFILE: inFolder('lemonldap.ini') },
			stdio: ['ignore', 'ignore', 'pipe']
		}
	);
	let log = '';
	server.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
	const exited = new Promise((resolve) => server.once('exit', resolve));
	const stop = async () => {
		server.kill('SIGKILL');
		await exited;
		rmSync(folder, { recursive: true, force: true });
	};
	try {
		await eventually(async () => (await fetch(portal).catch(() => null))?.ok, 40_000);
	} catch {
		await stop();
		throw new Error(`LemonLDAP::NG did not start\n${log}`);
	}

	return {
		portal,
		certificate,
		/** A browser where this person has signed in to the portal. */
		async browserOf(user: string): Promise<CookieJar> {
			const browser = new CookieJar();
			await browser.post(portal, { user, password: user });
			return browser;
		},
		log: () => log,
		stop
	};
}
