/** Live reads of the career room. */
import {
	careerNoteEntity,
	careerReportEntity,
	careerSimulationEntity,
	cvEntryEntity,
	type CareerNote,
	type CareerReport,
	type CareerSimulation,
	type CvEntry
} from '$lib/core/career';
import {
	academieEntity,
	agentEntity,
	type AcademieProfile,
	type AgentRecord
} from '$lib/core/institution';
import { bodiesOf, type LocalDatabase } from '../db';
import { Live } from '../shared';

/** The person's record; null when the académie holds none for them. */
export const readRecord = async (db: LocalDatabase): Promise<AgentRecord | null> =>
	(await bodiesOf(db, agentEntity))[0] ?? null;

/** @param known the record as read just before, so that a page is drawn once and not twice */
export const myRecord = (db: LocalDatabase, known?: AgentRecord | null): Live<AgentRecord | null> =>
	new Live(() => readRecord(db), known);

export const myAcademie = (db: LocalDatabase): Live<AcademieProfile | null> =>
	new Live(async () => (await bodiesOf(db, academieEntity))[0] ?? null);

/** Errors the person has pointed out, latest first; those not yet received come before all. */
export const myReports = (db: LocalDatabase): Live<CareerReport[]> =>
	new Live(async () => {
		const when = ({ receivedAt }: CareerReport) => receivedAt ?? '~';
		return (await bodiesOf(db, careerReportEntity)).sort((a, b) => when(b).localeCompare(when(a)));
	});

/** Personal notes, by title. */
export const myNotes = (db: LocalDatabase): Live<CareerNote[]> =>
	new Live(async () =>
		(await bodiesOf(db, careerNoteEntity)).sort((a, b) => a.title.localeCompare(b.title, 'fr'))
	);

/** Positions brought from a private notebook, latest first. */
export const mySimulations = (db: LocalDatabase): Live<CareerSimulation[]> =>
	new Live(async () =>
		(await bodiesOf(db, careerSimulationEntity)).sort((a, b) =>
			b.broughtOn.localeCompare(a.broughtOn)
		)
	);

/** Lines of the CV, latest first; those without a date come last. */
export const myCv = (db: LocalDatabase): Live<CvEntry[]> =>
	new Live(async () => {
		const when = ({ from }: CvEntry) => from ?? '';
		return (await bodiesOf(db, cvEntryEntity)).sort((a, b) => when(b).localeCompare(when(a)));
	});
