import { readFileSync } from 'node:fs';

// One list of aliases: tsconfig.json has it, Jest reads it from there.
const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.json', import.meta.url), 'utf8'));
const aliases = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([name, [path]]) => [`^${name}$`, path.replace('./', '<rootDir>/')]),
);
/** How TypeScript is compiled in tests, also in the processes that they start (test/support/typescript.mjs). */
export const compiled = (parser) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser,
    transform: {
      react: { runtime: 'automatic', importSource: '#kit' },
      legacyDecorator: true,
      decoratorMetadata: true,
      useDefineForClassFields: false,
    },
  },
});
const swc = (parser) => ['@swc/jest', compiled(parser)];
const shared = {
  rootDir: '.',
  testEnvironment: 'node',
  // Nest 12 ships ES modules only: they are compiled like our own code.
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|@axe-core|pg-boss|serialize-error|non-error|rrule-temporal|unpdf)/)'],
  transform: {
    '\\.[cm]?js$': swc({ syntax: 'ecmascript' }),
    '\\.tsx?$': swc({ syntax: 'typescript', decorators: true, tsx: true }),
  },
  // unpdf’s own engine is exported to `import` only.
  moduleNameMapper: { ...aliases, '^unpdf/pdfjs$': '<rootDir>/node_modules/unpdf/dist/pdfjs.mjs', '^#kit/(.*)$': '<rootDir>/libs/web-kit/src/$1' },
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
// Nest, TypeORM and our own modules take longer to load and to warm up than most of these files take to run.
const kept = { testEnvironment: '<rootDir>/test/support/kept-sandbox.mjs', runtime: '<rootDir>/test/support/kept-modules.mjs' };
const cluster = { globalSetup: '<rootDir>/test/support/cluster.setup.ts', globalTeardown: '<rootDir>/test/support/cluster.teardown.ts' };
export default {
  projects: [
    { ...shared, displayName: 'unit', testRegex: '(?<!db-)(?<!browser-)(?<!launcher-)spec\\.tsx?$', testPathIgnorePatterns: ['\\.(db|browser|launcher)-spec\\.tsx?$', '/node_modules/', '/dist/'] },
    { ...shared, ...kept, ...cluster, displayName: 'postgres', testRegex: '\\.db-spec\\.tsx?$' },
    { ...shared, ...cluster, displayName: 'browser', testRegex: '\\.browser-spec\\.tsx?$' },
    { ...shared, displayName: 'launcher', testRegex: '\\.launcher-spec\\.tsx?$' },
  ],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  // Jest leaves one core idle by itself, which on two cores is half of them.
  maxWorkers: '100%',
};
