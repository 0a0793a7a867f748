import everything from '../../jest.config.mjs';

const postgres = everything.projects.find(({ displayName }) => displayName === 'postgres');

export default { ...postgres, displayName: 'attack', rootDir: '../..', testRegex: 'test/attack/attack\\.ts$', testTimeout: 3_600_000 };
