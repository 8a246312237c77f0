export {
	academieSettings,
	configureAcademie,
	departementOfAgent,
	ensureAcademies
} from './academies.usecases';
export { recordOf } from './agent-record.queries';
export { stampAgents } from './agent-stamp.repository';
export * from './import';
export { isEmpty, seedDemo } from './demo/seed-demo.usecases';
