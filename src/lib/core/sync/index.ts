export * from './entities';
export * from './pull-protocol';
