/** Tests run as ES modules against a real Neo4j, one for each worker; the files of a worker run one after the other. */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  globalSetup: '<rootDir>/tests/setup/startNeo4j.mjs',
  globalTeardown: '<rootDir>/tests/setup/stopNeo4j.mjs',
  setupFiles: ['<rootDir>/tests/setup/useNeo4j.mjs'],
  setupFilesAfterEnv: ['<rootDir>/tests/setup/retry.mjs'],
  testEnvironment: 'node',
  testTimeout: 180_000,
  maxWorkers: 2,
}
