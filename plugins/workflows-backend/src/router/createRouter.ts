import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { buildOpenApiDocument } from 'backstage-plugin-workflows-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { addCapabilitiesRoutes } from './capabilities';
import { addDeliveryRoutes } from './deliveries';
import type { RouterDeps } from './deps';
import { addDryRunRoutes } from './dryRun';
import { addExecutionRoutes } from './executions';
import { addIncidentRoutes } from './incidents';
import { addKillSwitchRoutes } from './killSwitch';
import { addMatchingRoutes } from './matching';
import { addPaletteRoutes } from './palette';
import { readBody } from './readBody';
import { addSecretRoutes } from './secrets';
import { addWorkflowRoutes } from './workflows';

/** The API of browsers and pipelines; the senders' hooks have a router of their own. */
export function createRouter(deps: RouterDeps): Router {
  // The validator makes every earlier error a 400, so the body is read outside.
  const validated = createValidatedOpenApiRouter(
    buildOpenApiDocument() as any,
    {
      middleware: [(_req, _res, next) => next()],
      validatorOptions: {
        validateRequests: {
          allErrors: true,
          coerceTypes: false,
          allowUnknownQueryParameters: false,
        },
      },
    },
  ) as unknown as Router;
  addWorkflowRoutes(validated, deps);
  addSecretRoutes(validated, deps);
  addExecutionRoutes(validated, deps);
  addIncidentRoutes(validated, deps);
  addDeliveryRoutes(validated, deps);
  addKillSwitchRoutes(validated, deps);
  addDryRunRoutes(validated, deps);
  addMatchingRoutes(validated, deps);
  addPaletteRoutes(validated, deps);
  addCapabilitiesRoutes(validated, deps);

  const router = PromiseRouter();
  router.use(readBody());
  router.use(validated);
  return router;
}
