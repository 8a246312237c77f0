/**
 * From the rows of a file to the prepared file, an agent at a time. An agent's rows follow each other;
 * one that comes back further on is refused whole, unless it says the very same thing again, because
 * nothing tells which of the two is right.
 */
import {
	assembleAgent,
	isWarning,
	issueAt,
	LineReader,
	readEstablishment,
	type FileLine,
	type Header,
	type ImportIssue,
	type ImportReference
} from '$lib/core/institution';
import { createHash } from 'node:crypto';
import { keyedDigest } from '../../identity';
import type { IssueLog } from './issue-log';
import type { PreparedFileWriter } from './prepared-file';

interface Met {
	readonly line: number;
	/** Digest of the content; null when it was refused. */
	readonly content: string | null;
}

const NUMEN = /^[0-9A-Z]{13}$/;
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

export class AgentValidation {
	accepted = 0;
	refused = 0;
	establishments = 0;
	/** Digests of the agents written, then met again with another content. */
	readonly excluded = new Set<string>();
	private readonly met = new Map<string, Met>();
	private numen = '';
	private lines: FileLine[] = [];

	constructor(
		private readonly header: Header,
		private readonly reference: ImportReference,
		private readonly output: PreparedFileWriter,
		private readonly log: IssueLog
	) {}

	/** Takes one row; most only join those of the agent being read. */
	async take(row: FileLine): Promise<void> {
		const numen = this.cell(row, 'numen').toUpperCase();
		const isEstablishment = this.cell(row, 'type') === 'etablissement';
		if (!isEstablishment && numen === this.numen) {
			this.lines.push(row);
			return;
		}
		await this.finishAgent();
		if (isEstablishment) await this.takeEstablishment(row);
		else if (NUMEN.test(numen)) {
			this.numen = numen;
			this.lines = [row];
		} else {
			this.refused++;
			await this.log.add([
				issueAt('institution.import.invalid-numen', row.line, { column: 'numen' })
			]);
		}
	}

	/** To be called after the last row. */
	async finishAgent(): Promise<void> {
		if (this.lines.length === 0) return;
		const { agent, issues } = assembleAgent(this.lines, this.header, this.reference);
		const first = this.lines[0]!.line;
		const numen = keyedDigest('numen', this.numen);
		this.numen = '';
		this.lines = [];
		await this.log.add(issues);

		const json = agent && JSON.stringify(agent);
		const content = json && digest(json);
		const before = this.met.get(numen);
		if (before) return this.refuseDouble(numen, before, { line: first, content });
		this.met.set(numen, { line: first, content });
		if (json && content) {
			this.accepted++;
			await this.output.agent(numen, content, json);
		} else this.refused++;
	}

	private async refuseDouble(numen: string, before: Met, now: Met): Promise<void> {
		if (before.content !== null && before.content === now.content) {
			return this.log.add([
				issueAt('institution.import.same-agent-repeated', now.line, { otherLine: before.line })
			]);
		}
		const issues: ImportIssue[] = [
			issueAt('institution.import.agent-repeated', now.line, { otherLine: before.line })
		];
		if (before.content !== null && !this.excluded.has(numen)) {
			this.excluded.add(numen);
			this.accepted--;
			this.refused++;
			issues.unshift(
				issueAt('institution.import.agent-repeated', before.line, { otherLine: now.line })
			);
		}
		return this.log.add(issues);
	}

	private async takeEstablishment(row: FileLine): Promise<void> {
		const issues: ImportIssue[] = [];
		const reader = new LineReader(row.line, row.cells, this.header, issues);
		if (!reader.hasRightWidth) reader.note('institution.import.wrong-cell-count');
		const establishment = readEstablishment(reader, this.reference);
		await this.log.add(issues);
		if (!establishment || !issues.every(isWarning)) return;
		this.establishments++;
		this.reference.establishments.add(establishment.uai);
		await this.output.establishment(JSON.stringify(establishment));
	}

	private cell({ cells }: FileLine, column: 'type' | 'numen'): string {
		return cells[this.header.at.get(column)!]?.trim() ?? '';
	}
}
