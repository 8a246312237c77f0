export * from './entities';
export * from './mutators';
export * from './apply-mutation';
export * from './decide';
export * from './pull-protocol';
export * from './push-protocol';
export * from './device';
