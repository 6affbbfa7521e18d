import { Progress } from '@backstage/core-components';
import { Suspense, lazy } from 'react';
import { Route, Routes } from 'react-router-dom';
import {
  deliveriesRouteRef,
  deliveryRouteRef,
  executionRouteRef,
  executionsRouteRef,
  incidentRouteRef,
  incidentsRouteRef,
  workflowRouteRef,
} from '../../routes';
import { Providers } from '../Providers/Providers';
import { AppLayout } from './AppLayout';
import { NotFound } from './NotFound';

const WorkflowsPage = lazy(() =>
  import('../WorkflowsPage/WorkflowsPage').then(m => ({
    default: m.WorkflowsPage,
  })),
);
const BuilderPage = lazy(() =>
  import('../../builder/BuilderPage').then(m => ({ default: m.BuilderPage })),
);
const ExecutionsPage = lazy(() =>
  import('../ExecutionsPage/ExecutionsPage').then(m => ({
    default: m.ExecutionsPage,
  })),
);
const ExecutionPage = lazy(() =>
  import('../ExecutionPage/ExecutionPage').then(m => ({
    default: m.ExecutionPage,
  })),
);
const IncidentsPage = lazy(() =>
  import('../IncidentsPage/IncidentsPage').then(m => ({
    default: m.IncidentsPage,
  })),
);
const IncidentPage = lazy(() =>
  import('../IncidentPage/IncidentPage').then(m => ({
    default: m.IncidentPage,
  })),
);
const DeliveriesPage = lazy(() =>
  import('../DeliveriesPage/DeliveriesPage').then(m => ({
    default: m.DeliveriesPage,
  })),
);
const DeliveryPage = lazy(() =>
  import('../DeliveryPage/DeliveryPage').then(m => ({
    default: m.DeliveryPage,
  })),
);

/** The plugin's page. The builder fills it; everything else shares the tabs. */
export const App = () => (
  <Providers>
    <Suspense fallback={<Progress />}>
      <Routes>
        <Route path={workflowRouteRef.path} element={<BuilderPage />} />
        <Route element={<AppLayout />}>
          <Route path="/" element={<WorkflowsPage />} />
          <Route path={executionsRouteRef.path} element={<ExecutionsPage />} />
          <Route path={executionRouteRef.path} element={<ExecutionPage />} />
          <Route path={incidentsRouteRef.path} element={<IncidentsPage />} />
          <Route path={incidentRouteRef.path} element={<IncidentPage />} />
          <Route path={deliveriesRouteRef.path} element={<DeliveriesPage />} />
          <Route path={deliveryRouteRef.path} element={<DeliveryPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </Suspense>
  </Providers>
);
