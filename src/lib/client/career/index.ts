export {
	myAcademie,
	myCv,
	myNotes,
	myRecord,
	myReports,
	mySimulations,
	readRecord
} from './career.queries';
export {
	bringPosition,
	removeCvEntry,
	removeNote,
	removeSimulation,
	reportMistake,
	saveCvEntry,
	saveNote
} from './career.commands';
export { CAREER_RULES, careerRules } from './career-rules';
export { rulesUpdate } from './rules-update.svelte';
