const base = require('../../scripts/lint/base.cjs');
const layers = require('../../scripts/lint/layers.cjs');
const syntax = require('../../scripts/lint/syntax.cjs');

// router → service → store; intake → matcher → engine → actions → egress
const { rules, settings, testRules } = layers(__dirname, {
  router: ['database', 'matcher', 'engine', 'actions', 'egress', 'secrets'],
  service: ['router'],
  intake: ['router', 'service'],
  matcher: ['router', 'service', 'intake'],
  engine: ['router', 'service', 'intake', 'matcher'],
  actions: ['router', 'service', 'intake', 'matcher', 'engine', 'database'],
  egress: [
    'router',
    'service',
    'intake',
    'matcher',
    'engine',
    'actions',
    'database',
    'secrets',
  ],
  database: [
    'router',
    'service',
    'intake',
    'matcher',
    'engine',
    'actions',
    'egress',
    'secrets',
  ],
  secrets: ['router', 'service', 'intake', 'matcher', 'engine', 'actions'],
  catalog: ['router', 'service', 'intake', 'matcher', 'engine', 'actions'],
  permissions: ['router', 'service', 'intake', 'matcher', 'engine', 'actions'],
});

const sockets = ['net', 'tls', 'http', 'https', 'http2', 'dgram', 'dns'];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules,
  testRules,
  tsRules: base.tsRules,
  restrictedSrcImports: [
    'undici',
    'node-fetch',
    'cross-fetch',
    'axios',
    ...sockets.flatMap(name => [name, `node:${name}`]),
  ].map(name => ({ name, message: 'Only egress/ opens connections.' })),
  restrictedSrcSyntax: [syntax.outerKnexInTransaction, syntax.globalFetch],
  overrides: [
    {
      files: ['src/egress/**'],
      rules: {
        'no-restricted-imports': 'off',
        'no-restricted-syntax': ['error', syntax.outerKnexInTransaction],
      },
    },
    base.testing,
  ],
});
