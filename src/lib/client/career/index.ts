export { myAcademie, myNotes, myRecord, myReports } from './career.queries';
export { removeNote, reportMistake, saveNote } from './career.commands';
