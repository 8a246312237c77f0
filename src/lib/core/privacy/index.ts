export * from './processings';
