export { bumpStream, bumpStreams, bury, type Heads } from './streams';
export { pull, type PullCommand } from './pull.usecases';
export type { SyncSource } from './sync-source';
