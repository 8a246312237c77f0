/**
 * Draws the PNG icons of the manifest from one shape: `node scripts/draw-icons.mjs`, then commit
 * `static/icons`. A maskable icon fills its square and keeps the shape in the safe circle.
 */
import { chromium } from '@playwright/test';

const STAIRS = 'M14 46h10V36h10V26h10V16h8';

/** @param {{ radius: number; scale: number }} look in the units of a 64 × 64 square */
const svg = ({ radius, scale }) => `
	<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="100%" height="100%">
		<rect width="64" height="64" rx="${radius}" fill="#2346c7"/>
		<path d="${STAIRS}" transform="translate(32 32) scale(${scale}) translate(-33 -31)" fill="none"
			stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>
	</svg>`;

const icons = [
	{ file: 'icon-192.png', size: 192, radius: 14, scale: 1 },
	{ file: 'icon-512.png', size: 512, radius: 14, scale: 1 },
	{ file: 'maskable-192.png', size: 192, radius: 0, scale: 0.8 },
	{ file: 'maskable-512.png', size: 512, radius: 0, scale: 0.8 },
	{ file: 'apple-touch-icon.png', size: 180, radius: 0, scale: 0.9 }
];

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: ['--no-sandbox']
});
const page = await browser.newPage();
for (const { file, size, ...look } of icons) {
	await page.setViewportSize({ width: size, height: size });
	await page.setContent(`<style>body{margin:0;height:100vh}</style>${svg(look)}`);
	await page.screenshot({ path: `static/icons/${file}`, omitBackground: true });
}
await browser.close();
