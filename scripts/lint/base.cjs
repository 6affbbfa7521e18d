/** What all packages of this repository add to Backstage's rules. */
module.exports = {
  tsRules: {
    // A file tells the main thing first; what is used only later may stand below.
    '@typescript-eslint/no-use-before-define': [
      'error',
      { functions: false, classes: false, variables: false },
    ],
  },

  /** Helpers of tests: never part of what is published. */
  testing: {
    files: ['src/**/testing/**'],
    rules: {
      '@backstage/no-undeclared-imports': 'off',
      'import/no-restricted-paths': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
    },
  },
};
