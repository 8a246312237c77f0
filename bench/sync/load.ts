/** Two ways of asking: everybody within a few seconds, or as fast as the server answers. */
import http from 'node:http';
import type { Pulled } from './phone';

/** Starts each job at its moment, spread evenly, whether or not the earlier ones have ended. */
export async function arriving(
	jobs: readonly (() => Promise<Pulled>)[],
	withinMs: number
): Promise<{ times: number[]; errors: number }> {
	const times: number[] = [];
	let errors = 0;
	await Promise.all(
		jobs.map(async (job, index) => {
			await new Promise((resolve) => setTimeout(resolve, (index * withinMs) / jobs.length));
			const pulled = await job().catch(() => null);
			if (pulled?.status === 200) times.push(pulled.ms);
			else errors += 1;
		})
	);
	return { times: times.sort((a, b) => a - b), errors };
}

const AT_ONCE = 16;

/** Answers per second. */
export async function rate(
	job: (agent: http.Agent) => Promise<Pulled>,
	forMs: number
): Promise<number> {
	const agent = new http.Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const started = performance.now();
	let answers = 0;
	await Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			while (performance.now() - started < forMs) {
				const { status } = await job(agent);
				if (status !== 200) throw new Error(`answered ${status}`);
				answers += 1;
			}
		})
	);
	const seconds = (performance.now() - started) / 1000;
	agent.destroy();
	return answers / seconds;
}
