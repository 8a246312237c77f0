import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
	readonly process: ChildProcess;
	/** Resolves when the child has printed `text`; rejects if it stops before. */
	prints(text: string): Promise<void>;
	/** `kill -9`: the child gets no chance to tidy up. */
	kill(): Promise<void>;
}

/** Starts a module of `tests/support` in a process of its own. */
export function startChild(module: string, ...args: string[]): Child {
	const child = spawn(process.execPath, ['tests/support/run-child.mjs', module, ...args], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let output = '';
	let stopped = false;
	const watchers = new Set<() => void>();
	const changed = () => watchers.forEach((watcher) => watcher());
	const collect = (chunk: Buffer) => {
		output += chunk.toString();
		changed();
	};
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const exited = once(child, 'exit').then(() => {
		stopped = true;
		changed();
	});
	return {
		process: child,
		prints: (text) =>
			new Promise((resolve, reject) => {
				const look = () => {
					if (output.includes(text)) resolve();
					else if (stopped) reject(new Error(`the child has stopped\n${output}`));
					else return;
					watchers.delete(look);
				};
				watchers.add(look);
				look();
			}),
		kill: async () => {
			child.kill('SIGKILL');
			await exited;
		}
	};
}
