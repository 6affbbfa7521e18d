/** What must not be in a file under version control, by what it looks like. */
const RULES = [
  {
    name: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
    applies: () => true,
  },
  {
    name: 'a path of one machine',
    pattern:
      /(?<![\w.:/-])\/(?:home|Users|root|work)\/[\w.-]+\/|[A-Z]:\\Users\\/,
    applies: () => true,
  },
  {
    name: 'a token of a well-known service',
    pattern:
      /\b(?:ghp_\w{36}|github_pat_\w{40,}|npm_\w{36}|xox[abp]-\d+-\w+|AKIA[0-9A-Z]{16}|lin_api_\w{40})/,
    applies: () => true,
  },
  {
    name: 'a host: what is locked must come from any registry',
    pattern: /https?:\/\/|__archiveUrl/,
    applies: file => file === 'yarn.lock',
  },
  {
    name: 'a registry of one company',
    pattern: /npmRegistryServer|npmAuthToken|_authToken|^\s*registry\s*=/m,
    applies: file => /(^|\/)\.(yarnrc\.yml|npmrc)$/.test(file),
  },
];

/** What is forbidden in a file, with the lines. */
export function forbidden(file, text) {
  return RULES.filter(rule => rule.applies(file)).flatMap(({ name, pattern }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        pattern.test(line) ? [`${file}:${index + 1} holds ${name}`] : [],
      ),
  );
}
