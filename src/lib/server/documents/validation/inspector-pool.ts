/**
 * A few processes that look at files on behalf of the server. Invariant: a file can at worst kill the
 * process that looks at it; it then counts as refused, and the next file gets a new process.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { resolve } from 'node:path';
import type { Inspection, InspectorQuestion, Limits } from './inspect-pdf';

const FOLDER = 'src/lib/server/documents/validation';
const MEMORY_MIB = 256;
/** Reached between two looks at the process, it must still be under the limit. */
const STOP_AT_MIB = 225;
const HEAP_MIB = 128;
const LOOK_EVERY_MS = 25;
const PAGE_SIZE = 4096;
/** Below the requests of people who wait. */
const NICE = 10;

export interface PoolOptions {
	readonly size?: number;
	readonly timeoutMs?: number;
}

export interface InspectorPool {
	inspect(bytes: Uint8Array, limits: Limits): Promise<Inspection>;
	/** Processes at work, for those who watch their memory. */
	readonly pids: readonly number[];
	close(): void;
}

/** Resident memory in MiB; 0 where the system does not tell, or the process is gone. */
export function residentMemory(pid: number): number {
	try {
		const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
		return (pages * PAGE_SIZE) / 2 ** 20;
	} catch {
		return 0;
	}
}

function startInspector(): ChildProcess {
	const folder = resolve(FOLDER);
	const readable = [folder, resolve('node_modules'), resolve('package.json')];
	const child = fork(resolve(folder, 'inspector.child.ts'), [], {
		env: {},
		stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
		execArgv: [
			'--permission',
			...readable.map((path) => `--allow-fs-read=${path}`),
			`--max-old-space-size=${HEAP_MIB}`,
			'--disable-warning=ExperimentalWarning'
		]
	});
	if (child.pid) setPriority(child.pid, NICE);
	// One that dies while it is written to says so by its end.
	child.stdin?.on('error', () => {});
	return child;
}

/** One file, one answer: the child's, or that it was too slow, too hungry or killed by what it read. */
function ask(
	child: ChildProcess,
	{ bytes, limits }: { bytes: Uint8Array; limits: Limits },
	timeoutMs: number
): Promise<Inspection> {
	return new Promise((resolve) => {
		const started = performance.now();
		const watch = setInterval(() => {
			const tooLong = performance.now() - started > timeoutMs;
			if (tooLong || residentMemory(child.pid ?? 0) > STOP_AT_MIB) child.kill('SIGKILL');
		}, LOOK_EVERY_MS);
		const settle = (inspection: Inspection) => {
			clearInterval(watch);
			child.off('message', answered).off('exit', died);
			resolve(inspection);
		};
		const answered = (answer: unknown) => settle(answer as Inspection);
		const died = () => settle({ ok: false, refusal: 'documents.too-slow' });
		child.on('message', answered).on('exit', died);
		const question: InspectorQuestion = { length: bytes.length, limits };
		child.send(question, (error) => {
			if (error) child.kill('SIGKILL');
		});
		// Beside the messages: there, the whole file would be copied twice on each side.
		child.stdin?.write(bytes);
	});
}

export function inspectorPool({ size = 2, timeoutMs = 10_000 }: PoolOptions = {}): InspectorPool {
	const idle: ChildProcess[] = [];
	const all = new Set<ChildProcess>();
	const waiting: ((child: ChildProcess) => void)[] = [];

	function start(): ChildProcess {
		const child = startInspector();
		all.add(child);
		child.once('exit', () => all.delete(child));
		return child;
	}
	function take(): Promise<ChildProcess> {
		const free = idle.pop();
		if (free) return Promise.resolve(free);
		if (all.size < size) return Promise.resolve(start());
		return new Promise((resolve) => waiting.push(resolve));
	}
	function giveBack(child: ChildProcess): void {
		// One that has grown starts the next file from nothing.
		if (child.exitCode === null && residentMemory(child.pid ?? 0) > MEMORY_MIB / 2)
			child.kill('SIGKILL');
		const next = waiting.shift();
		const sound = child.connected && !child.killed;
		if (!sound) all.delete(child);
		if (next) next(sound ? child : start());
		else if (sound) idle.push(child);
	}
	return {
		inspect: async (bytes, limits) => {
			const child = await take();
			try {
				return await ask(child, { bytes, limits }, timeoutMs);
			} finally {
				giveBack(child);
			}
		},
		get pids() {
			return [...all].flatMap(({ pid }) => pid ?? []);
		},
		close: () => {
			for (const child of all) child.kill('SIGKILL');
			idle.length = 0;
		}
	};
}
