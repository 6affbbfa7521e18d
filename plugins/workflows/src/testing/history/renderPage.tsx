import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type {
  AuthorizeResult,
  EvaluatePermissionRequest,
} from '@backstage/plugin-permission-common';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  TestApiProvider,
  mockApis,
  renderInTestApp,
} from '@backstage/test-utils';
import { act } from '@testing-library/react';
import type {
  WorkflowsApi,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { workflowsApiRef } from '../../api/workflowsApiRef';
import { Providers } from '../../components/Providers/Providers';
import { rootRouteRef } from '../../routes';

type Decision = AuthorizeResult.ALLOW | AuthorizeResult.DENY;

/** Renders a page of the plugin at an address, and gives a way to send a signal. */
export async function renderPage(options: {
  api: WorkflowsApi;
  page: ReactElement;
  /** The page's own path, below `/workflows`. */
  path: string;
  /** The address to open, below `/workflows`; the path itself when absent. */
  at?: string;
  /** What the policy says. Default: everything is allowed. */
  authorize?: (request: EvaluatePermissionRequest) => Decision;
}) {
  const listeners: ((signal: WorkflowsSignal) => void)[] = [];
  const signals = {
    subscribe: (_: string, listener: (message: any) => void) => {
      listeners.push(listener);
      return { unsubscribe: () => {} };
    },
  };
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [workflowsApiRef, options.api],
        [signalApiRef, signals],
        [permissionApiRef, mockApis.permission(options)],
      ]}
    >
      <Providers>
        <Routes>
          <Route path={`/workflows${options.path}`} element={options.page} />
        </Routes>
      </Providers>
    </TestApiProvider>,
    {
      routeEntries: [`/workflows${options.at ?? options.path}`],
      mountedRoutes: {
        '/workflows': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
  return {
    signal: (signal: WorkflowsSignal) =>
      act(async () => listeners.forEach(listener => listener(signal))),
  };
}
