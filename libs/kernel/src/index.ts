export * from './clock';
export * from './context';
export * from './errors';
export * from './fields';
export * from './ids';
export * from './working-days';
