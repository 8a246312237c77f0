/** The browsers of Debian. Root cannot have Chromium's sandbox; the rest keeps it quiet. */
export const chromium = {
	executablePath: '/usr/bin/chromium',
	chromiumSandbox: false,
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	]
};

export const firefox = {
	executablePath: '/usr/bin/firefox-esr',
	firefoxUserPrefs: { 'app.update.enabled': false }
};
