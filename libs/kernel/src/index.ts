export * from './clock';
export * from './context';
export * from './errors';
export * from './ids';
