// The walls of the house. A lib may use what stands beside its name, and whatever that may use.
// What is not in this table may not be imported: a new lib starts by taking its place here.
const MAY_USE = {
  kernel: [],
  access: ['kernel'],
  records: ['access'],
  'web-kit': ['kernel'],
  'embedded-postgres': [],
  organisations: ['records'],
  identity: ['organisations'],
  directory: ['organisations'],
  persons: ['organisations'],
  sharing: ['persons', 'identity'],
  corrections: ['sharing'],
  cases: ['sharing'],
  'care-teams': ['cases'],
  'key-workers': ['care-teams', 'identity'],
  'care-plans': ['care-teams', 'referrals'],
  referrals: ['care-teams', 'directory'],
  contacts: ['care-teams'],
  reviews: ['care-plans', 'notifications'],
  huddles: ['reviews'],
  escalations: ['cases'],
  notifications: ['sharing'],
  oversight: ['sharing'],
  'information-rights': ['sharing'],
};
const GROUND = ['kernel', 'access', 'records', 'web-kit', 'embedded-postgres'];
const DOMAIN = Object.keys(MAY_USE).filter((lib) => !GROUND.includes(lib));
// Lists and pages that join modules: they read any of them, and only apps read them.
const READERS = ['overviews', 'measures'];
for (const lib of READERS) MAY_USE[lib] = DOMAIN;

/** A lib, what it may use, and so on down to the ground. */
function reach(lib, seen = new Set([lib])) {
  for (const used of MAY_USE[lib]) {
    if (!seen.has(used)) reach(used, seen.add(used));
  }
  return [...seen];
}

const TESTS = '\\.spec\\.tsx?$|-spec\\.tsx?$';
const FRAMEWORK = '(^|/)node_modules/(@nestjs/|typeorm/)';
const FACES = '^apps/server/src/(?!http/|client/)[^/]+/';

const table = Object.keys(MAY_USE).map((lib) => ({
  name: `${lib}-uses-only-what-is-below-it`,
  comment: 'Imports point down. A question that must go up is an abstract class declared in the lower module, which the upper one registers with.',
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: TESTS },
  to: { path: '^(libs|apps|migrations|test)/', pathNot: `^libs/(${reach(lib).join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...table,
    {
      name: 'lib-has-a-place-in-the-table',
      severity: 'error',
      comment: 'A lib that the table does not know has no walls: give it a line.',
      from: { path: '^libs/', pathNot: `^libs/(${Object.keys(MAY_USE).join('|')})/` },
      to: {},
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files that need each other are one file, or a third is missing.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'libs-are-entered-by-their-front-door',
      severity: 'error',
      comment: 'Only src/index.ts is public; the rest of a lib may change without asking.',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-enter-libs-by-their-front-door',
      severity: 'error',
      comment: 'Only src/index.ts is public; the rest of a lib may change without asking.',
      from: { path: '^(apps|migrations|test)/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^libs/web-kit/src/jsx-runtime\\.ts$'] },
    },
    {
      name: 'kernel-is-plain-typescript',
      severity: 'error',
      comment: 'What every module shares must outlive the framework and run in any test.',
      from: { path: '^libs/kernel/' },
      to: { path: FRAMEWORK },
    },
    {
      name: 'policies-are-pure',
      severity: 'error',
      comment: 'A rule is a function of role, action and facts: the same text becomes a check in memory and a where clause.',
      from: { path: '\\.policy\\.ts$' },
      to: { pathNot: ['^libs/(access|kernel)/src/index\\.ts$', '^libs/[^/]+/src/[^/]+\\.entity\\.ts$'] },
    },
    {
      name: 'faces-do-not-touch-rows',
      severity: 'error',
      comment: 'A face calls a verb or a query of a module. What it could do past them, nobody would have checked or audited.',
      from: { path: FACES, pathNot: TESTS },
      to: { path: ['^libs/records/', '(^|/)node_modules/(typeorm|pg)/'] },
    },
    {
      name: 'only-faces-draw-pages',
      severity: 'error',
      comment: 'The web kit knows no domain, and no domain knows the web.',
      from: { path: '^(libs|migrations|apps/(?!server/))', pathNot: ['^libs/web-kit/', TESTS] },
      to: { path: '^libs/web-kit/' },
    },
    {
      name: 'only-apps-read-overviews',
      severity: 'error',
      comment: 'What joins every module may be needed by none of them.',
      from: { path: '^(libs|migrations)/', pathNot: [`^libs/(${READERS.join('|')})/`, TESTS] },
      to: { path: `^libs/(${READERS.join('|')})/` },
    },
    {
      name: 'only-apps-start-a-database',
      severity: 'error',
      comment: 'The code of the product has a URL and does not care who started what answers there.',
      from: { path: '^(libs|migrations)/', pathNot: '^libs/embedded-postgres/' },
      to: { path: '^libs/embedded-postgres/' },
    },
    {
      name: 'apps-do-not-depend-on-tests',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: TESTS },
      to: { path: `^test/|${TESTS}` },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment: 'A package that comes along with another one may leave with it.',
      from: { path: '^(apps|libs|migrations)/', pathNot: [TESTS, '\\.mjs$'] },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports it and it imports nobody: it is left over.',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', TESTS, '\\.mjs$', '^apps/server/src/client/'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/|/styles/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'require', 'node', 'default'], mainFields: ['module', 'main', 'types'] },
    externalModuleResolutionStrategy: 'node_modules',
  },
};
