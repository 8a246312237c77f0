export {
	LocalDatabase,
	type LocalRow,
	type Notebook,
	type StoredCursor,
	type SyncState,
	type SyncStatus
} from './local-database';
export { DeviceDatabase, databaseNameOf, type KnownPerson } from './device';
export { keepOpen } from './resilience';
export { wipeDevice } from './wipe';
export { askToPersist } from './persist';
export { bodiesOf, bodyOf } from './rows';
