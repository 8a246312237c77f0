export * from './agent-record';
export * from './academie';
export * from './institution.entities';
