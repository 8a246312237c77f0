export * from './legal-time';
export * from './quiet-hours';
export * from './deadline';
export * from './kind';
export * from './kinds';
export * from './preferences';
export * from './payload';
