/** A line between a client and the server that breaks in the middle of what it carries, as often as told. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface BreakingLine {
	readonly origin: string;
	/** Breaks that have happened. */
	readonly breaks: number;
	close(): void;
}

export interface LineOptions {
	/** Port of the server. */
	readonly port: number;
	readonly breaks: number;
	/** Bytes sent by the client between two breaks. */
	readonly every: number;
	/** Told in the middle of a break, before anyone learns of it. */
	readonly onBreak: (rank: number) => Promise<void> | void;
}

export async function breakingLine({
	port,
	breaks,
	every,
	onBreak
}: LineOptions): Promise<BreakingLine> {
	let broken = 0;
	let left = every;
	const open = new Set<Socket>();

	function join(client: Socket): void {
		const server = connect(port, '127.0.0.1');
		const part = () => {
			client.destroy();
			server.destroy();
		};
		for (const end of [client, server]) {
			open.add(end);
			end.on('error', part).on('close', () => {
				open.delete(end);
				part();
			});
		}
		server.pipe(client);
		client.on('data', (bytes: Buffer) => {
			if (broken >= breaks || bytes.length < left) {
				left -= bytes.length;
				server.write(bytes);
				return;
			}
			// The server has received the beginning of it, and the client learns nothing.
			const carried = bytes.subarray(0, left);
			left = every;
			client.pause();
			server.write(carried, () => {
				void Promise.resolve(onBreak(++broken)).then(part);
			});
		});
	}

	const line = createServer(join);
	await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
	return {
		origin: `http://localhost:${(line.address() as AddressInfo).port}`,
		get breaks() {
			return broken;
		},
		close: () => {
			line.close();
			open.forEach((socket) => socket.destroy());
		}
	};
}
