/** With the server stopped and the processor four times slower: when can the person read and tap? */
import type { BrowserContext } from '@playwright/test';
import { median, type Figure } from './figures';

const RUNS = 5;
const CPU_SLOWDOWN = 4;

/** Notes in the page itself the first frame that shows `selector`. */
function noteWhenShown(selector: string) {
	const page = window as typeof window & { shownAt?: number };
	const look = () => {
		if (document.querySelector(selector)) page.shownAt = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

async function once(context: BrowserContext, url: string, selector: string): Promise<number> {
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
	await page.addInitScript(noteWhenShown, selector);
	await page.goto(url);
	const shown = await page.waitForFunction(() => (window as { shownAt?: number }).shownAt);
	const value = Number(await shown.jsonValue());
	await page.close();
	return value;
}

export async function offlineStart(
	context: BrowserContext,
	page: string,
	url: string,
	selector: string
): Promise<Figure> {
	const values: number[] = [];
	for (let run = 0; run < RUNS; run++) values.push(await once(context, url, selector));
	const name = 'usable offline';
	return { page, name, value: median(values), limit: 600, kind: 'most', unit: 'ms' };
}
