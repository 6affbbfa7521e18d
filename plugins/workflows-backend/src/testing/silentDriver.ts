import type { ExecutionDriver } from 'backstage-plugin-workflows-node';

/** Of tests in which nothing runs by itself: the rows say what is due. */
export const silentDriver: ExecutionDriver = {
  enqueue: async () => {},
  wake: async () => {},
  forget: async () => {},
  poke: () => {},
  start: async () => {},
  stop: async () => {},
};
