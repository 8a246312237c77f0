export { myAcademie, myRecord, myReports } from './career.queries';
