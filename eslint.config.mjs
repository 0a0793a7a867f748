import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '**/*.mjs', '**/*.cjs', 'libs/web-kit/src/nhs.ts', 'apps/server/src/client'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  { files: ['**/*.spec.ts', '**/*.spec.tsx', '**/*-spec.ts', '**/*-spec.tsx', 'test/**'], rules: {
    '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-call': 'off', '@typescript-eslint/no-unsafe-argument': 'off', '@typescript-eslint/no-unsafe-return': 'off' } },
  {
    files: ['libs/**', 'apps/**'],
    ignores: ['libs/records/**', '**/*spec.ts', '**/*spec.tsx'],
    rules: {
      'no-restricted-imports': ['error', {
        paths: [{
          name: 'typeorm',
          importNames: ['Repository', 'EntityManager', 'DataSource', 'QueryRunner', 'BaseEntity'],
          message: 'Rows are reached through Records, which checks and audits; SQL of a module goes through Transactions.query.',
        }],
      }],
    },
  },
);
