export * from './role';
export * from './policy';
export * from './streams';
export * from './person-cookie';
