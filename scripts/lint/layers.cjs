/**
 * Settings and rules that let a folder under `src` import only what lies further
 * along the way of the data.
 *
 * @param dir - the plugin's folder
 * @param forbidden - by folder, the folders that it must not import
 */
module.exports = function layers(dir, forbidden) {
  const zones = Object.entries(forbidden).flatMap(([target, folders]) =>
    folders.map(from => ({
      target: `./src/${target}`,
      from: `./src/${from}`,
      message: `${target} must not know ${from}; see "The way of the data" in CONTRIBUTING.md.`,
    })),
  );
  return {
    settings: {
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      'import/no-restricted-paths': ['error', { basePath: dir, zones }],
    },
    // A test may stand anywhere to look.
    testRules: { 'import/no-restricted-paths': 'off' },
  };
};
