export * from './page-geometry';
export * from './straighten';
export * from './readability';
