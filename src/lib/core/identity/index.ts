export * from './role';
export * from './policy';
export * from './streams';
