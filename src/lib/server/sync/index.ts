export { isRevoked, listDevices, revokeDevice, seeDevice } from './devices.usecases';
export { forgetShare, keepShare, readShare, unlockShare } from './device-share.usecases';
export { bumpStream, bumpStreams, bury, unbury, type Heads } from './streams';
export { everyPersonalRow, personalBodies, personalRows, writePersonalRow } from './personal-row';
export { pull, type PullCommand } from './pull.usecases';
export { push, type PushCommand } from './push.usecases';
export type { SyncSource } from './sync-source';
export type { Act, ActTarget, RowTarget, StoredRow, SyncTarget } from './sync-target';
