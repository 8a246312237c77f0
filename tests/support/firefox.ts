/**
 * The Firefox of Debian, driven by Playwright over WebDriver BiDi (channel `moz-firefox`; the build
 * that Playwright patches for itself is not needed). Tests tagged `@firefox` get it from the project
 * of that name; this is for a test that needs a profile kept on disk, closed and opened again.
 */
import { firefox as playwright, type BrowserContext } from '@playwright/test';
import { firefox } from './browsers';

/** @param profile folder of the profile, made when it is not there */
export function openFirefox(profile: string): Promise<BrowserContext> {
	return playwright.launchPersistentContext(profile, {
		...firefox,
		channel: 'moz-firefox',
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		viewport: { width: 412, height: 839 }
	});
}
