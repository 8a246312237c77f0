/** A big agents' file, written as a stream: plausible lengths, no person. */
import { uaiCheckLetter, writeFile as linesOfFile, type FileCells } from '$lib/core/institution';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ESTABLISHMENTS = 400;
const uaiOf = (n: number) => {
	const digits = `051${String(n % ESTABLISHMENTS).padStart(4, '0')}`;
	return digits + uaiCheckLetter(digits);
};
const year = (n: number) => `${2000 + (n % 25)}-09-01`;

function* agent(n: number): Generator<FileCells> {
	const numen = `19E${String(n).padStart(7, '0')}BEN`;
	const position = { corps: 'certifie', grade: 'classe-normale' };
	yield {
		type: 'agent',
		numen,
		academie: '19',
		civilite: n % 3 ? 'Mme' : 'M.',
		nom: `Agent-${n} de la Vallée`,
		prenom: 'Élie',
		naissance: `${1965 + (n % 35)}-04-12`,
		courriel: `agent.${n}@ac-reims.example`,
		...position,
		echelon: '7',
		date_echelon: '2024-03-01',
		date_grade: '2010-09-01',
		date_corps: '2010-09-01',
		discipline: 'Lettres modernes',
		quotite: n % 5 ? '1' : '0,8'
	};
	for (let i = 0; i < 3; i++)
		yield {
			type: 'affectation',
			numen,
			uai: uaiOf(n + i),
			nature: 'definitive',
			debut: `${2010 + i * 4}-09-01`,
			fin: i < 2 ? `${2014 + i * 4}-08-31` : ''
		};
	for (let echelon = 3; echelon <= 7; echelon++)
		yield {
			type: 'echelon',
			numen,
			...position,
			echelon: String(echelon),
			debut: `${2014 + echelon}-03-01`
		};
	yield { type: 'diplome', numen, libelle: 'Master MEEF', niveau: '7', annee: '2010' };
	yield {
		type: 'formation',
		numen,
		libelle: 'Évaluer par compétences',
		debut: year(n),
		heures: '12',
		competence: 'P5'
	};
}

function* lines(agents: number): Generator<FileCells> {
	for (let n = 0; n < ESTABLISHMENTS; n++)
		yield {
			type: 'etablissement',
			uai: uaiOf(n),
			nature: 'college',
			libelle: `Collège numéro ${n}`,
			commune: 'Reims',
			code_postal: '51100'
		};
	for (let n = 0; n < agents; n++) yield* agent(n);
}

export const writeAgentsFile = (path: string, agents: number): Promise<void> =>
	pipeline(Readable.from(linesOfFile(lines(agents))), createWriteStream(path));
