export { createEngine, type EngineOptions, type SyncEngine } from './engine';
export type { ExchangeOptions } from './exchange-options';
export { perform, type Writer } from './perform';
export { keepMine, keepTheirs, unsentAsFile } from './attention';
export { showBadge } from './badge';
export { readDevices, revokeDevice } from './devices';
export { triggerSync } from './triggers';
export { backOff } from './back-off';
export { singleRunner, type Locks } from './runner';
export {
	countOutbox,
	outboxCounts,
	outboxEntries,
	outboxStates,
	syncStatus,
	type OutboxCounts
} from './sync.queries';
