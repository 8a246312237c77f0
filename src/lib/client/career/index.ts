export { myAcademie, myRecord, myReports } from './career.queries';
export { reportMistake } from './career.commands';
