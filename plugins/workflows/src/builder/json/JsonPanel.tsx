import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';

const JsonView = lazy(() => import('./JsonView'));

/** The definition as JSON, beside what is drawn of it. */
export const JsonPanel = () => (
  <Suspense fallback={<Progress />}>
    <JsonView />
  </Suspense>
);
