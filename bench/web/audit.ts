/** Lighthouse, as a mid-range phone on a slow network, several times; the median of each figure. */
import lighthouse from 'lighthouse';
import { median, type Figure } from './figures';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

interface Run {
	readonly scores: readonly number[];
	readonly lcp: number;
	readonly tbt: number;
	readonly scriptKib: number;
}

interface Target {
	readonly page: string;
	readonly url: string;
	readonly port: number;
	/** Keeps the session, the worker and the phone's data from one run to the next. */
	readonly keepStorage: boolean;
}

/** One run; null when the browser never navigated, which happens now and then. */
async function once({ url, port, keepStorage }: Target): Promise<Run | null> {
	const result = await lighthouse(url, {
		port,
		onlyCategories: [...CATEGORIES],
		disableStorageReset: keepStorage,
		logLevel: 'error'
	});
	if (!result || result.lhr.runtimeError) return null;
	const { audits, categories } = result.lhr;
	const requests = audits['network-requests']?.details;
	const items = requests?.type === 'table' ? requests.items : [];
	const scripts = items.filter((item) => item.resourceType === 'Script');
	return {
		scores: CATEGORIES.map((name) => (categories[name]?.score ?? 0) * 100),
		lcp: audits['largest-contentful-paint']?.numericValue ?? Number.NaN,
		tbt: audits['total-blocking-time']?.numericValue ?? Number.NaN,
		scriptKib: scripts.reduce((sum, item) => sum + Number(item.transferSize ?? 0), 0) / 1024
	};
}

export async function audit(target: Target): Promise<Figure[]> {
	const runs: Run[] = [];
	for (let attempt = 0; runs.length < RUNS && attempt < RUNS * 2; attempt++) {
		const run = await once(target);
		if (run) runs.push(run);
	}
	if (runs.length < RUNS) throw new Error(`Lighthouse could not open ${target.url}`);
	const { page } = target;
	const scores = CATEGORIES.map((name, index) => ({
		...{ page, name, limit: 100, kind: 'least' as const, unit: '/ 100' },
		value: median(runs.map((run) => run.scores[index] ?? 0))
	}));
	const most = (name: string, value: (run: Run) => number, limit: number, unit: string) => ({
		...{ page, name, limit, unit, kind: 'most' as const },
		value: median(runs.map(value))
	});
	return [
		...scores,
		most('LCP', (run) => run.lcp, 1800, 'ms'),
		most('TBT', (run) => run.tbt, 50, 'ms'),
		most('scripts', (run) => run.scriptKib, 90, 'KiB')
	];
}
