/**
 * Firefox's own remote protocol, for what no page can reach: the notification as the browser draws it,
 * outside every page, and the click of a person on it.
 */
import net from 'node:net';

export interface Marionette {
	/** Runs in the browser itself, not in a page. */
	inBrowser<T>(script: string): Promise<T>;
	close(): void;
}

export async function connectMarionette(port: number): Promise<Marionette> {
	const socket = net.connect(port, '127.0.0.1');
	const waiting = new Map<number, (message: unknown[]) => void>();
	let buffer = Buffer.alloc(0);
	let greeted: () => void;
	const hello = new Promise<void>((resolve) => (greeted = resolve));
	socket.on('data', (chunk) => {
		buffer = Buffer.concat([buffer, chunk]);
		for (;;) {
			const colon = buffer.indexOf(':');
			if (colon < 0) return;
			const length = Number(buffer.subarray(0, colon).toString());
			if (buffer.length < colon + 1 + length) return;
			const text = buffer.subarray(colon + 1, colon + 1 + length).toString();
			buffer = buffer.subarray(colon + 1 + length);
			const message = JSON.parse(text) as unknown;
			if (Array.isArray(message)) waiting.get(message[1] as number)?.(message);
			else greeted();
		}
	});
	await hello;

	let last = 0;
	const send = (name: string, parameters: object): Promise<{ value?: unknown }> =>
		new Promise((resolve, reject) => {
			const id = ++last;
			waiting.set(id, ([, , error, result]) => {
				waiting.delete(id);
				if (error) reject(new Error(JSON.stringify(error)));
				else resolve(result as { value?: unknown });
			});
			const text = JSON.stringify([0, id, name, parameters]);
			socket.write(`${Buffer.byteLength(text)}:${text}`);
		});

	// The session is the one by which Playwright drives the pages.
	await send('Marionette:SetContext', { value: 'chrome' });
	const [handle] = (await send('WebDriver:GetWindowHandles', {})) as unknown as string[];
	await send('WebDriver:SwitchToWindow', { handle, focus: false });
	return {
		inBrowser: async <T>(script: string) =>
			(await send('WebDriver:ExecuteScript', { script, args: [] })).value as T,
		close: () => socket.destroy()
	};
}
