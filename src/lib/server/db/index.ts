export { db, unitOfWork, withDatabase, setRootDatabase, type Db } from './unit-of-work';
export {
	databaseOver,
	embeddedFolder,
	openDatabase,
	openPostgres,
	poolOf,
	type OpenDatabase
} from './open';
export { openInMemory, type EmbeddedPool } from './embedded';
export { EmbeddedFolderInUse, holderOf } from './embedded-lock';
export { insertMany, type BulkColumn, type BulkColumns } from './bulk';
export { migrateToLatest, migrations } from './migrator';
export { ping } from './ping';
export { prepared } from './prepared';
export { withRole, type Reader } from './with-role';
export type { Tables } from './tables';
