export {
	LocalDatabase,
	type Draft,
	type LocalRow,
	type Notebook,
	type OutboxEntry,
	type OutboxState,
	type StoredCursor,
	type SyncState,
	type SyncStatus
} from './local-database';
export { DeviceDatabase, databaseNameOf, type KnownPerson } from './device';
export { keepOpen } from './resilience';
export { wipeCaches, wipeDevice } from './wipe';
export { askToPersist } from './persist';
export { bodiesOf, bodyOf } from './rows';
