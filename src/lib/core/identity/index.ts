export * from './role';
export * from './policy';
