import type { ChildProcess } from 'node:child_process';

/**
 * Asks a process that replies `{ answer }` to its parent's messages. Others,
 * such as those of Backstage's module loader to its CLI, are passed over.
 */
export function askProcess<T>(
  child: ChildProcess,
  question: string,
): Promise<T> {
  return new Promise(resolve => {
    child.on('message', function listen(message: { answer?: T }) {
      if (message.answer !== undefined) {
        child.off('message', listen);
        resolve(message.answer);
      }
    });
    child.send(question);
  });
}
