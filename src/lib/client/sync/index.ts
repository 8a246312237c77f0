export { createEngine, type EngineOptions, type SyncEngine } from './engine';
export { triggerSync } from './triggers';
export { syncStatus } from './sync.queries';
