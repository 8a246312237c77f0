export * from './personal-deadline';
