/** Enough to install; the product itself runs on the Node that the install brings. */
const NEEDED = [20, 19];

/** @param {string} version @param {number[]} needed */
export function isAtLeast(version, needed) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [neededMajor = 0, neededMinor = 0] = needed;
	return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

export function refuseOldNode() {
	const { node } = process.versions;
	if (isAtLeast(node, NEEDED)) return;
	process.stderr.write(
		`Carnet demande Node.js ${NEEDED.join('.')} ou plus récent ; cette machine a la version ${node}.\n` +
			'Installez une version en cours de maintenance : https://nodejs.org/fr/download\n'
	);
	process.exit(1);
}
