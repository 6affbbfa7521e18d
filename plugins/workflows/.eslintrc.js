const base = require('../../scripts/lint/base.cjs');
const layers = require('../../scripts/lint/layers.cjs');
const syntax = require('../../scripts/lint/syntax.cjs');

const views = ['components', 'builder/canvas', 'builder/inspector'];

// views → hooks → api; the builder's model is pure.
const { rules, settings, testRules } = layers(__dirname, {
  api: ['components', 'builder', 'hooks'],
  hooks: ['components', 'builder'],
  'builder/model': [...views, 'api', 'hooks', 'builder/store'],
  'builder/store': [...views, 'api', 'hooks'],
});

const common = [syntax.defaultReact];

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  settings,
  rules: {
    ...rules,
    'no-restricted-syntax': [
      'error',
      ...common,
      syntax.globalFetch,
      syntax.fetchApi,
    ],
  },
  testRules,
  tsRules: base.tsRules,
  restrictedImports: [
    {
      name: '@material-ui/core',
      message: "Import '@material-ui/core/<Component>' instead.",
    },
    {
      name: '@material-ui/lab',
      message: "Import '@material-ui/lab/<Component>' instead.",
    },
  ],
  overrides: [
    base.testing,
    {
      // The dev portal is an app.
      files: ['dev/**'],
      rules: { '@backstage/no-ui-css-imports-in-non-frontend': 'off' },
    },
    {
      // It runs in Node, beside the tests in a browser, and is never published.
      files: ['bench/**'],
      rules: {
        '@backstage/no-relative-monorepo-imports': 'off',
        '@backstage/no-ui-css-imports-in-non-frontend': 'off',
        '@backstage/no-undeclared-imports': 'off',
        'no-console': 'off',
      },
    },
    {
      // What a key has just opened takes the focus.
      files: ['src/builder/**'],
      rules: { 'jsx-a11y/no-autofocus': 'off' },
    },
    {
      files: ['src/api/**'],
      rules: { 'no-restricted-syntax': ['error', ...common] },
    },
  ],
});
