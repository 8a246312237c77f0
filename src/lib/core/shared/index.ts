export * from './result';
export * from './app-error';
export * from './civil-date';
export * from './seniority';
export * from './school-year';
export * from './clock';
export * from './ids';
