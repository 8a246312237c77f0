/**
 * Firefox driven by its own remote protocol, for what no page can reach: a notification as the browser
 * draws it, outside every page, and the click of a person on it.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox } from './browsers';
import { eventually } from './eventually';

type Preferences = Readonly<Record<string, string | number | boolean>>;

export interface WholeFirefox {
	goTo(url: string): Promise<void>;
	/** Presses what this XPath finds, once it is there. */
	press(xpath: string): Promise<void>;
	/** Runs in the page. */
	inPage<T>(script: string): Promise<T>;
	/** Runs in the browser itself. */
	inBrowser<T>(script: string): Promise<T>;
	close(): Promise<void>;
}

const quiet: Preferences = {
	'app.update.enabled': false,
	'browser.shell.checkDefaultBrowser': false,
	'datareporting.policy.dataSubmissionEnabled': false,
	'toolkit.telemetry.reportingpolicy.firstRun': false,
	'browser.startup.homepage_override.mstone': 'ignore'
};

function profileWith(preferences: Preferences): string {
	const profile = mkdtempSync(join(tmpdir(), 'carnet-firefox-'));
	const lines = Object.entries({ ...quiet, ...preferences }).map(
		([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`
	);
	writeFileSync(join(profile, 'user.js'), lines.join('\n'));
	return profile;
}

/** A socket that exchanges `length:json` messages: `[0, id, command, parameters]`, `[1, id, error, result]`. */
function speakTo(socket: net.Socket) {
	const waiting = new Map<number, (message: unknown[]) => void>();
	let buffer = Buffer.alloc(0);
	let last = 0;
	socket.on('data', (chunk) => {
		buffer = Buffer.concat([buffer, chunk]);
		for (;;) {
			const colon = buffer.indexOf(':');
			const end = colon + 1 + Number(buffer.subarray(0, Math.max(colon, 0)).toString());
			if (colon < 0 || buffer.length < end) return;
			const message = JSON.parse(buffer.subarray(colon + 1, end).toString()) as unknown;
			buffer = buffer.subarray(end);
			// The first one is only a greeting.
			if (Array.isArray(message)) waiting.get(message[1] as number)?.(message);
		}
	});
	return (command: string, parameters: object = {}): Promise<unknown> =>
		new Promise((resolve, reject) => {
			const id = ++last;
			waiting.set(id, ([, , error, result]) => {
				waiting.delete(id);
				if (error) reject(new Error((error as { message: string }).message));
				else resolve(result);
			});
			const text = JSON.stringify([0, id, command, parameters]);
			socket.write(`${Buffer.byteLength(text)}:${text}`);
		});
}

const connect = (port: number): Promise<net.Socket> =>
	eventually(
		() =>
			new Promise<net.Socket | null>((resolve) => {
				const socket = net.connect(port, '127.0.0.1');
				socket.once('connect', () => resolve(socket)).once('error', () => resolve(null));
			}),
		30_000
	);

export async function startWholeFirefox(
	port: number,
	preferences: Preferences
): Promise<WholeFirefox> {
	const profile = profileWith({ ...preferences, 'marionette.port': port });
	const options = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];
	const browser = spawn(firefox.executablePath, [...options, '--profile', profile], {
		stdio: 'ignore'
	});
	const ended = new Promise((resolve) => browser.once('exit', resolve));
	const socket = await connect(port);
	const send = speakTo(socket);
	await send('WebDriver:NewSession', { capabilities: { alwaysMatch: {} } });
	const run = async <T>(context: 'content' | 'chrome', script: string): Promise<T> => {
		await send('Marionette:SetContext', { value: context });
		const answer = await send('WebDriver:ExecuteScript', { script, args: [] });
		await send('Marionette:SetContext', { value: 'content' });
		return (answer as { value: T }).value;
	};
	return {
		goTo: async (url) => void (await send('WebDriver:Navigate', { url })),
		press: async (value) => {
			const find = () => send('WebDriver:FindElement', { using: 'xpath', value }).catch(() => null);
			const found = (await eventually(find, 30_000)) as { value: Record<string, string> };
			await send('WebDriver:ElementClick', { id: Object.values(found.value)[0] });
		},
		inPage: (script) => run('content', script),
		inBrowser: (script) => run('chrome', script),
		close: async () => {
			socket.destroy();
			browser.kill('SIGKILL');
			await ended;
			rmSync(profile, { recursive: true, force: true });
		}
	};
}
