/** What the tests need from the machine, installed by apt where that is allowed. */
import { existsSync, readdirSync } from 'node:fs';
import { run } from './run.js';

/** @typedef {{ name: string, isThere: () => boolean }} DebianPackage */

const POSTGRES = '/usr/lib/postgresql';
const DPKG = '/var/lib/dpkg/info';

/** dpkg keeps a list of files per package, with its architecture in the name where that matters. */
const isInstalled = (/** @type {string} */ name) =>
	existsSync(DPKG) &&
	readdirSync(DPKG).some((file) => file === `${name}.list` || file.startsWith(`${name}:`));

/** @type {DebianPackage[]} */
const NEEDED = [
	{ name: 'chromium', isThere: () => existsSync('/usr/bin/chromium') },
	{ name: 'firefox-esr', isThere: () => existsSync('/usr/bin/firefox-esr') },
	{
		name: 'postgresql',
		isThere: () =>
			existsSync(POSTGRES) &&
			readdirSync(POSTGRES).some((version) => existsSync(`${POSTGRES}/${version}/bin/initdb`))
	},
	// A real antivirus, and a reader of archives that is not ours.
	{ name: 'clamav-daemon', isThere: () => existsSync('/usr/sbin/clamd') },
	{ name: '7zip', isThere: () => existsSync('/usr/bin/7zz') },
	{ name: 'fonts-liberation', isThere: () => existsSync('/usr/share/fonts/truetype/liberation') },
	{
		name: 'fonts-noto-color-emoji',
		isThere: () => existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf')
	},
	// A real CAS and SAML portal, and what its screens and its SAML need.
	...[
		'liblemonldap-ng-portal-perl',
		'liblasso-perl',
		'libgd-securityimage-perl',
		'libimage-magick-perl',
		'libxml-simple-perl',
		'libglib-perl',
		'libio-string-perl',
		'libmime-tools-perl',
		'libemail-sender-perl',
		'libemail-date-format-perl',
		'libstring-random-perl',
		'libconvert-base32-perl',
		'libcrypt-openssl-x509-perl'
	].map((name) => ({ name, isThere: () => isInstalled(name) }))
];

const missing = () => NEEDED.filter(({ isThere }) => !isThere()).map(({ name }) => name);

/** The prefix that gives the right to install, or null. */
async function privilege() {
	if (process.getuid?.() === 0) return [];
	return (await run(['sudo', '-n', 'true'], { quiet: true })).code === 0 ? ['sudo', '-n'] : null;
}

/** Installs what is missing and returns what still is, having said exactly what to do. */
export async function installDebianPackages() {
	const wanted = missing();
	if (wanted.length === 0) return [];
	const prefix = existsSync('/usr/bin/apt-get') ? await privilege() : null;
	if (prefix) {
		process.stdout.write(`Installation de ${wanted.join(', ')}…\n`);
		const apt = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-q', '-y'];
		const failure = (await run([...apt, 'update'], { quiet: true })).output;
		const { code, output } = await run([...apt, 'install', '--no-install-recommends', ...wanted], {
			quiet: true
		});
		if (code !== 0) process.stderr.write(failure + output);
	}
	const left = missing();
	if (left.length > 0) {
		process.stderr.write(
			`Il manque ${left.join(', ')} : les essais qui en ont besoin ne peuvent pas tourner.\n` +
				`Installez-les puis relancez : sudo apt-get install -y --no-install-recommends ${left.join(' ')}\n`
		);
	}
	return left;
}
