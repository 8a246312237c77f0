export * from './source';
export * from './explanation';
export * from './dated';
export * from './missing';
export * from './simulation';
