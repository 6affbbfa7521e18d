/*
 * Behind `npm start`, `npm test` and `npm run test:e2e`: finds or fetches a Node
 * that Backstage runs on, installs what changed, and runs the command. Works on
 * Node 18 and newer with nothing installed.
 */
import { fileURLToPath } from 'node:url';
import { installDependencies } from './setup/dependencies.mjs';
import { runHosted } from './setup/hosted.mjs';
import { suitableNode } from './setup/node.mjs';
import { SetupError, say } from './setup/stage.mjs';

if (process.env.npm_lifecycle_event) {
  // npm does not wait for what it runs, nor end it, when it is told to end.
  await import('./setup/exitWithParent.cjs');
}

async function main([name, ...args]) {
  const node = await suitableNode();
  if (node !== process.execPath) {
    const self = fileURLToPath(import.meta.url);
    return runHosted({ node, args: [self, name, ...args] });
  }
  await installDependencies(node);
  const { commands } = await import('./setup/commands.mjs');
  if (!Object.hasOwn(commands, name)) {
    throw new SetupError(
      `There is no command "${name}"`,
      `Use one of ${Object.keys(commands).join(', ')}.`,
    );
  }
  return commands[name](args);
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  error => {
    if (!(error instanceof SetupError)) {
      throw error;
    }
    say(error.message);
    say(error.whatToDo);
    process.exit(1);
  },
);
