import { MAX_ISSUES, type ImportIssue, type ImportIssueCode } from '$lib/core/institution';
import { insertIssues } from './import-job.repository';

const BATCH = 200;

/** Counts every issue and stores the first ones, a batch at a time. */
export class IssueLog {
	readonly counts: Partial<Record<ImportIssueCode, number>> = {};
	private batch: ImportIssue[] = [];
	private stored = 0;

	constructor(private readonly importId: string) {}

	async add(issues: readonly ImportIssue[]): Promise<void> {
		for (const issue of issues) {
			this.counts[issue.code] = (this.counts[issue.code] ?? 0) + 1;
			if (this.stored + this.batch.length < MAX_ISSUES) this.batch.push(issue);
		}
		if (this.batch.length >= BATCH) await this.flush();
	}

	async flush(): Promise<void> {
		await insertIssues(this.importId, this.stored, this.batch);
		this.stored += this.batch.length;
		this.batch = [];
	}
}
