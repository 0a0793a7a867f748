/** The provisioned and migrated database that every test database is copied from. */
export const TEMPLATE = 'onestory_template';

/** The test cluster listens on loopback only and holds invented records, so its passwords are no secret. */
export const ROLE_PASSWORDS = { owner: 'owner-in-tests', app: 'app-in-tests', clock: 'clock-in-tests' } as const;
