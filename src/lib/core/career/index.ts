export * from './report';
export * from './career.entities';
