import { defineConfig, devices } from '@playwright/test';
import { chromium, firefox } from './tests/support/browsers';

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
		{ name: 'chromium', use: { ...devices['Pixel 7'], launchOptions: chromium } },
		{
			name: 'firefox',
			grep: /@firefox/,
			use: {
				...devices['Desktop Firefox'],
				channel: 'moz-firefox',
				viewport: { width: 412, height: 839 },
				launchOptions: firefox
			}
		}
	]
});
