/**
 * From the consecutive lines of one NUMEN to one agent, whole or not at all: a single faulty line
 * refuses the agent, and says nothing about the others.
 */
import type { CareerStep, Diploma, Training } from '../agent-record';
import { lineTypes, type Header, type LineType } from './import-format';
import type { AgentLine, ImportedAgent, ImportedAssignment } from './imported-agent';
import { isWarning, issueAt, type ImportIssue } from './import-issue';
import { LineReader } from './line-reader';
import {
	readAgentLine,
	readAssignment,
	readDiploma,
	readStep,
	readTraining,
	type ImportReference
} from './read-lines';

export interface FileLine {
	readonly line: number;
	readonly cells: readonly string[];
}

export interface AssembledAgent {
	/** Null when a line is at fault. */
	readonly agent: ImportedAgent | null;
	readonly issues: readonly ImportIssue[];
}

/** Far above any real career; bounds what one NUMEN can hold in memory. */
const MAX_LINES = 400;

interface Draft {
	agent: AgentLine | null;
	agentLine: number | null;
	assignments: ImportedAssignment[];
	steps: CareerStep[];
	diplomas: Diploma[];
	trainings: Training[];
}

const push = <T>(list: T[], item: T | null) => void (item !== null && list.push(item));

function readInto(draft: Draft, type: LineType, line: LineReader, reference: ImportReference) {
	switch (type) {
		case 'agent':
			if (draft.agentLine !== null) return line.note('institution.import.second-agent-line');
			draft.agentLine = line.line;
			draft.agent = readAgentLine(line, reference);
			return;
		case 'affectation':
			return push(draft.assignments, readAssignment(line, reference));
		case 'echelon':
			return push(draft.steps, readStep(line, reference));
		case 'diplome':
			return push(draft.diplomas, readDiploma(line));
		case 'formation':
			return push(draft.trainings, readTraining(line));
		case 'etablissement':
			return line.note('institution.import.unknown-type', 'type', type);
	}
}

const byStart = (a: { from: string }, b: { from: string }) =>
	a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
const byYear = (a: Diploma, b: Diploma) => (a.year ?? 0) - (b.year ?? 0);

/** The post held now: the latest without an end, the larger share first. */
const currentPost = (assignments: readonly ImportedAssignment[]) =>
	assignments
		.filter(({ to }) => to === null)
		.reduce<ImportedAssignment | null>(
			(best, post) => (best === null || post.quotity >= best.quotity ? post : best),
			null
		)?.uai ?? null;

/** The file may leave the past out; the present position is then the only step. */
const stepsOf = (agent: AgentLine, steps: readonly CareerStep[]): readonly CareerStep[] => {
	if (steps.length > 0) return steps;
	const { corps, grade, echelon, chevron, echelonSince: from } = agent;
	return [{ corps, grade, echelon, chevron, from }];
};

const samePosition = (agent: AgentLine, step: CareerStep) =>
	agent.corps === step.corps &&
	agent.grade === step.grade &&
	agent.echelon === step.echelon &&
	agent.chevron === step.chevron;

export function assembleAgent(
	lines: readonly FileLine[],
	header: Header,
	reference: ImportReference
): AssembledAgent {
	const first = lines[0]!.line;
	if (lines.length > MAX_LINES)
		return { agent: null, issues: [issueAt('institution.import.too-many-lines', first)] };

	const issues: ImportIssue[] = [];
	const draft: Draft = {
		agent: null,
		agentLine: null,
		assignments: [],
		steps: [],
		diplomas: [],
		trainings: []
	};
	const seen = new Map<string, number>();
	for (const { line, cells } of lines) {
		const reader = new LineReader(line, cells, header, issues);
		const type = reader.choice('type', lineTypes, 'institution.import.unknown-type');
		const content = cells.join('\u001f');
		const twin = type === 'agent' ? undefined : seen.get(content);
		if (!reader.hasRightWidth) reader.note('institution.import.wrong-cell-count');
		else if (twin !== undefined)
			issues.push(issueAt('institution.import.line-repeated', line, { otherLine: twin }));
		else if (type !== null) readInto(draft, type, reader, reference);
		seen.set(content, line);
	}
	if (draft.agentLine === null) issues.push(issueAt('institution.import.no-agent-line', first));

	draft.assignments.sort(byStart);
	draft.steps.sort(byStart);
	draft.diplomas.sort(byYear);
	draft.trainings.sort(byStart);
	const { agent, agentLine, assignments, diplomas, trainings } = draft;
	const lastStep = draft.steps.at(-1);
	if (agent && lastStep && !samePosition(agent, lastStep))
		issues.push(issueAt('institution.import.position-mismatch', agentLine!, { column: 'echelon' }));

	if (agent === null || !issues.every(isWarning)) return { agent: null, issues };
	const steps = stepsOf(agent, draft.steps);
	const uai = currentPost(assignments);
	return { agent: { ...agent, uai, assignments, steps, diplomas, trainings }, issues };
}
