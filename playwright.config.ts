import { defineConfig, devices } from '@playwright/test';

/** The browsers of Debian. Root cannot have Chromium's sandbox; the rest keeps it quiet. */
const chromium = {
	browserName: 'chromium' as const,
	launchOptions: {
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
	}
};

const firefox = {
	browserName: 'firefox' as const,
	channel: 'moz-firefox',
	viewport: { width: 412, height: 839 },
	launchOptions: {
		executablePath: '/usr/bin/firefox-esr',
		firefoxUserPrefs: { 'app.update.enabled': false }
	}
};

export default defineConfig({
	testDir: 'tests/e2e',
	globalSetup: './tests/support/e2e.setup.ts',
	outputDir: 'test-results',
	workers: 1,
	timeout: 30_000,
	forbidOnly: Boolean(process.env.CI),
	use: {
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		trace: 'off',
		video: 'off',
		screenshot: 'only-on-failure'
	},
	projects: [
		{ name: 'chromium', use: { ...devices['Pixel 7'], ...chromium } },
		{ name: 'firefox', use: { ...devices['Desktop Firefox'], ...firefox }, grep: /@firefox/ }
	]
});
