export {
	academieSettings,
	configureAcademie,
	departementOfAgent,
	ensureAcademies
} from './academies.usecases';
export { stampAgents } from './agent-stamp.repository';
export * from './import';
export { isEmpty, seedDemo } from './demo/seed-demo.usecases';
