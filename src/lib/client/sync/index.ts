export { createEngine, type EngineOptions, type SyncEngine } from './engine';
export type { ExchangeOptions } from './exchange-options';
export { perform, type Writer } from './perform';
export { triggerSync } from './triggers';
export { syncStatus } from './sync.queries';
