import { resolve } from 'node:path';

const URL_LIKE = /^https?:\/\//;

/**
 * Arguments with the files of `--config` as absolute paths: Backstage's CLI runs
 * the backend in the plugin's folder, where it would look for them.
 */
export function absoluteConfigs(args, directory) {
  const absolute = file =>
    URL_LIKE.test(file) ? file : resolve(directory, file);
  return args.map((arg, index) => {
    if (args[index - 1] === '--config') {
      return absolute(arg);
    }
    return arg.startsWith('--config=')
      ? `--config=${absolute(arg.slice('--config='.length))}`
      : arg;
  });
}
