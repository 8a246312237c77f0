export type { ImportDeps } from './import-deps';
export { importStorage, type ImportStorage } from './import-storage';
export { receiveImport } from './receive-import.usecases';
export { validateImport } from './validate-import.usecases';
export { applyImport } from './apply-import.usecases';
export {
	importProgress,
	importReport,
	resumeImports,
	runImport,
	startImport,
	type ImportProgress
} from './run-import.usecases';
