import type { ImportedAgent, KnownAgent } from '$lib/core/institution';
import { sql } from 'kysely';
import { db, insertMany, type BulkColumns } from '../../db';

export async function knownAgents(
	numens: readonly string[]
): Promise<ReadonlyMap<string, KnownAgent>> {
	const rows = await db()
		.selectFrom('agent')
		.select(['id', 'numen_digest', 'content_digest'])
		.where('numen_digest', '=', sql<string>`any(${numens}::text[])`)
		.execute();
	return new Map(
		rows.map((row) => [row.numen_digest, { id: row.id, content: row.content_digest }])
	);
}

export interface AgentWrite {
	readonly id: string;
	readonly numen: string;
	readonly content: string;
	readonly updatedAt: Date;
	readonly agent: ImportedAgent;
}

const agentColumns: BulkColumns<AgentWrite> = {
	id: ['uuid', ({ id }) => id],
	numen_digest: ['text', ({ numen }) => numen],
	academie_code: ['text', ({ agent }) => agent.academie],
	civility: ['text', ({ agent }) => agent.civility],
	last_name: ['text', ({ agent }) => agent.lastName],
	first_name: ['text', ({ agent }) => agent.firstName],
	birth_date: ['date', ({ agent }) => agent.birthDate],
	email: ['text', ({ agent }) => agent.email],
	corps: ['text', ({ agent }) => agent.corps],
	grade: ['text', ({ agent }) => agent.grade],
	echelon: ['smallint', ({ agent }) => agent.echelon],
	chevron: ['text', ({ agent }) => agent.chevron],
	echelon_since: ['date', ({ agent }) => agent.echelonSince],
	grade_since: ['date', ({ agent }) => agent.gradeSince],
	corps_since: ['date', ({ agent }) => agent.corpsSince],
	discipline: ['text', ({ agent }) => agent.discipline],
	quotity: ['numeric', ({ agent }) => agent.quotity],
	uai: ['text', ({ agent }) => agent.uai],
	left_at: ['date', ({ agent }) => agent.leftAt],
	content_digest: ['text', ({ content }) => content],
	record_updated_at: ['timestamptz', ({ updatedAt }) => updatedAt.toISOString()]
};

const replaceAgent = sql`on conflict (id) do update set ${sql.join(
	Object.keys(agentColumns)
		.filter((name) => name !== 'id')
		.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`)
)}`;

type Owned<T> = T & { readonly agentId: string; readonly rank: number };

const owned = <T>(columns: BulkColumns<Owned<T>>): BulkColumns<Owned<T>> => ({
	agent_id: ['uuid', ({ agentId }) => agentId],
	rank: ['smallint', ({ rank }) => rank],
	...columns
});

const assignmentColumns = owned<ImportedAgent['assignments'][number]>({
	uai: ['text', ({ uai }) => uai],
	nature: ['text', ({ nature }) => nature],
	from_date: ['date', ({ from }) => from],
	to_date: ['date', ({ to }) => to],
	quotity: ['numeric', ({ quotity }) => quotity]
});

const stepColumns = owned<ImportedAgent['steps'][number]>({
	corps: ['text', ({ corps }) => corps],
	grade: ['text', ({ grade }) => grade],
	echelon: ['smallint', ({ echelon }) => echelon],
	chevron: ['text', ({ chevron }) => chevron],
	from_date: ['date', ({ from }) => from]
});

const diplomaColumns = owned<ImportedAgent['diplomas'][number]>({
	label: ['text', ({ label }) => label],
	level: ['text', ({ level }) => level],
	year: ['smallint', ({ year }) => year]
});

const trainingColumns = owned<ImportedAgent['trainings'][number]>({
	label: ['text', ({ label }) => label],
	from_date: ['date', ({ from }) => from],
	to_date: ['date', ({ to }) => to],
	hours: ['numeric', ({ hours }) => hours],
	competence: ['text', ({ competence }) => competence]
});

function ownedRows<T>(
	agents: readonly AgentWrite[],
	list: (agent: ImportedAgent) => readonly T[]
): Owned<T>[] {
	return agents.flatMap(({ id, agent }) =>
		list(agent).map((item, index) => ({ ...item, agentId: id, rank: index + 1 }))
	);
}

export async function forgetHistory(ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	for (const table of ['assignment', 'career_step', 'diploma', 'training']) {
		await sql`delete from ${sql.table(table)} where agent_id = any(${ids}::uuid[])`.execute(db());
	}
}

/** Creates or replaces these agents; the history of those replaced has been forgotten before. */
export async function writeAgents(agents: readonly AgentWrite[]): Promise<void> {
	await insertMany('agent', agentColumns, agents, replaceAgent);
	const rows = <T>(list: (agent: ImportedAgent) => readonly T[]) => ownedRows(agents, list);
	await insertMany(
		'assignment',
		assignmentColumns,
		rows((agent) => agent.assignments)
	);
	await insertMany(
		'career_step',
		stepColumns,
		rows((agent) => agent.steps)
	);
	await insertMany(
		'diploma',
		diplomaColumns,
		rows((agent) => agent.diplomas)
	);
	await insertMany(
		'training',
		trainingColumns,
		rows((agent) => agent.trainings)
	);
}
