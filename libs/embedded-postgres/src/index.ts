export { launch, type LaunchOptions, type RunningPostgres } from './launch';
export { provision, settleCopy, urlOf, type RolePasswords } from './provision';
export { provisionScript } from './provision-sql';
export { resolveDatabase, type ResolvedDatabase } from './resolve-database';
