export * from './source';
export * from './explanation';
export * from './dated';
