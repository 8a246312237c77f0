export * from './agent-record';
