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
export {
	DeviceDatabase,
	newDatabaseName,
	personOn,
	type KeptProtection,
	type KnownPerson,
	type Lock
} from './device';
export { sealedWith, type Keyring, type Sealing } from './cipher';
export { shownWithoutLock } from './shown';
export { copyInto, forgetUnreadable, rewrite } from './recover';
export { keepOpen } from './resilience';
export { deletePerson, wipeCaches, wipeDevice } from './wipe';
export { askToPersist } from './persist';
export { bodiesOf, bodyOf } from './rows';
