import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Request, Response, NextFunction } from 'express';
import { answerTo } from './questions';

/**
 * Counts the requests to one path of a plugin, and lets the answer of the next
 * one be lost when the parent process asks for it: the plugin does what it is
 * asked, and the connection breaks.
 */
export function callsOf(pluginId: string, path: string) {
  return createBackendModule({
    pluginId,
    moduleId: 'calls',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          let calls = 0;
          let lose = false;
          answerTo(`lose an answer of ${pluginId}`, () => {
            lose = true;
            return true;
          });
          answerTo(`calls of ${pluginId}`, () => calls);
          httpRouter.use((req: Request, res: Response, next: NextFunction) => {
            if (req.method === 'POST' && req.path === path) {
              calls += 1;
              if (lose) {
                lose = false;
                res.end = () => {
                  req.socket.destroy();
                  return res;
                };
              }
            }
            next();
          });
        },
      });
    },
  });
}
