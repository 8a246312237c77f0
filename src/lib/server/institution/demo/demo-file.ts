/** The demonstration as an agents' file: it comes in by the same door as real data. */
import { writeFile, type FileCells, type ImportedAgent } from '$lib/core/institution';
import { demoAgents } from './demo-agents';
import { demoEstablishments, establishmentLine } from './demo-establishments';
import { demoPeople } from './demo-people';

const text = (value: string | number | null): string => (value === null ? '' : String(value));

function* agentLines(numen: string, agent: ImportedAgent): Generator<FileCells> {
	yield {
		type: 'agent',
		numen,
		academie: agent.academie,
		civilite: agent.civility,
		nom: agent.lastName,
		prenom: agent.firstName,
		naissance: text(agent.birthDate),
		courriel: text(agent.email),
		corps: agent.corps,
		grade: agent.grade,
		echelon: text(agent.echelon),
		chevron: text(agent.chevron),
		date_echelon: agent.echelonSince,
		date_grade: text(agent.gradeSince),
		date_corps: text(agent.corpsSince),
		discipline: text(agent.discipline),
		quotite: text(agent.quotity)
	};
	for (const { uai, nature, from, to, quotity } of agent.assignments)
		yield {
			type: 'affectation',
			numen,
			uai,
			nature,
			debut: from,
			fin: text(to),
			quotite: text(quotity)
		};
	for (const { corps, grade, echelon, chevron, from } of agent.steps)
		yield {
			type: 'echelon',
			numen,
			corps,
			grade,
			echelon: text(echelon),
			chevron: text(chevron),
			debut: from
		};
	for (const { label, level, year } of agent.diplomas)
		yield { type: 'diplome', numen, libelle: label, niveau: text(level), annee: text(year) };
	for (const { label, from, to, hours, competence } of agent.trainings)
		yield {
			type: 'formation',
			numen,
			libelle: label,
			debut: from,
			fin: text(to),
			heures: text(hours),
			competence: text(competence)
		};
}

function* lines(): Generator<FileCells> {
	yield* demoEstablishments.map(establishmentLine);
	for (const { numen, agent } of [...demoPeople, ...demoAgents()]) yield* agentLines(numen, agent);
}

export const demoFile = (): Generator<string> => writeFile(lines());
