const { builtinModules } = require('node:module');
const base = require('../../scripts/lint/base.cjs');
const syntax = require('../../scripts/lint/syntax.cjs');

const pure = 'This package decides; it does no I/O and knows no framework.';

// Shared by browser and backend: no Node, no network, no React, no Knex.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  tsRules: base.tsRules,
  restrictedSrcImports: [
    ...builtinModules,
    'knex',
    'express',
    'undici',
    'react',
    'react-dom',
  ].map(name => ({ name, message: pure })),
  restrictedImportPatterns: [
    'node:*',
    '@material-ui/*',
    '@backstage/backend-*',
    '@backstage/core-*',
    '@backstage/frontend-*',
  ],
  restrictedSrcSyntax: [syntax.globalFetch],
  overrides: [
    base.testing,
    {
      files: ['bench/**'],
      rules: { 'no-console': 'off' },
    },
  ],
});
