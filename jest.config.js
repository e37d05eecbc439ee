/** Tests run on the sources of core and adapters; what starts the binary uses `dist`, built before. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/packages/.*/dist'],
  moduleNameMapper: {
    // a lazy `import('./x.js')` of CommonJS sources
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@ardiya/core$': '<rootDir>/packages/core/src/index.ts',
    '^@ardiya/core/(.*)$': '<rootDir>/packages/core/src/$1.ts',
    '^@ardiya/adapters/(.*)$': '<rootDir>/packages/adapters/src/$1.ts',
    '^@ardiya/cli/(.*)$': '<rootDir>/packages/cli/src/$1.ts'
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true }
        },
        module: { type: 'commonjs' }
      }
    ]
  },
  testTimeout: 60000
}
