const base = require('../../scripts/lint/base.cjs');
const syntax = require('../../scripts/lint/syntax.cjs');

// Contracts only: what they need of Knex is its types.
module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  tsRules: base.tsRules,
  overrides: [base.testing],
  restrictedSrcImports: ['undici', 'express'].map(name => ({
    name,
    message: 'This package holds contracts, no behaviour of its own.',
  })),
  restrictedSrcSyntax: [
    syntax.globalFetch,
    {
      selector:
        'ImportDeclaration[importKind!="type"][source.value="knex"] > ImportSpecifier[importKind!="type"]',
      message: 'Import only types of knex here.',
    },
  ],
});
