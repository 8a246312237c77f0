export {
	academieSettings,
	configureAcademie,
	departementOfAgent,
	ensureAcademies
} from './academies.usecases';
export { recordOf } from './agent-record.queries';
export { everyAcademieSettings } from './academie-settings.repository';
export { recordsChangedBetween } from './record-changes.repository';
export { stampAgents } from './agent-stamp.repository';
export * from './import';
export { isEmpty, seedDemo } from './demo/seed-demo.usecases';
