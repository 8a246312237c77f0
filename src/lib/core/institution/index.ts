export * from './agent-record';
export * from './academie';
export * from './academie-settings';
export * from './uai';
export * from './establishment';
export * from './institution.entities';
export * from './import';
