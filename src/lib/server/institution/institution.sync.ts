/** The person's own record and their académie, as the phone receives them. */
import { academieEntity, agentEntity } from '$lib/core/institution';
import { sql } from 'kysely';
import type { SyncSource } from '../sync';

const workplace = (alias: string) => sql`
	jsonb_build_object('uai', ${sql.ref(`${alias}.uai`)}, 'name', ${sql.ref(`${alias}.name`)},
		'city', ${sql.ref(`${alias}.city`)})`;

export const agentSource: SyncSource = {
	entity: agentEntity,
	rows: (_stream, { agentId }) => sql`
		select a.id::text as id, a.rev, jsonb_build_object(
			'id', a.id, 'academie', a.academie_code,
			'civility', a.civility, 'lastName', a.last_name, 'firstName', a.first_name,
			'birthDate', a.birth_date, 'email', a.email,
			'corps', a.corps, 'grade', a.grade, 'echelon', a.echelon, 'chevron', a.chevron,
			'echelonSince', a.echelon_since, 'gradeSince', a.grade_since, 'corpsSince', a.corps_since,
			'discipline', a.discipline, 'quotity', a.quotity,
			'establishment', (select ${workplace('e')} from establishment e where e.uai = a.uai),
			'assignments', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'workplace', ${workplace('e')}, 'nature', s.nature,
					'from', s.from_date, 'to', s.to_date, 'quotity', s.quotity) order by s.rank), '[]')
				from assignment s join establishment e on e.uai = s.uai where s.agent_id = a.id),
			'steps', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'corps', s.corps, 'grade', s.grade, 'echelon', s.echelon, 'chevron', s.chevron,
					'from', s.from_date) order by s.rank), '[]')
				from career_step s where s.agent_id = a.id),
			'diplomas', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'label', d.label, 'level', d.level, 'year', d.year) order by d.rank), '[]')
				from diploma d where d.agent_id = a.id),
			'trainings', (
				select coalesce(jsonb_agg(jsonb_build_object(
					'label', t.label, 'from', t.from_date, 'to', t.to_date, 'hours', t.hours,
					'competence', t.competence) order by t.rank), '[]')
				from training t where t.agent_id = a.id),
			'recordUpdatedAt', to_char(a.record_updated_at at time zone 'UTC',
				'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
		) as body
		from agent a where a.id = ${agentId}::uuid`
};

export const academieSource: SyncSource = {
	entity: academieEntity,
	rows: (_stream, { academie }) => sql`
		select code as id, rev,
			jsonb_build_object('code', code, 'name', name, 'settings', settings) as body
		from academie where code = ${academie}`
};
