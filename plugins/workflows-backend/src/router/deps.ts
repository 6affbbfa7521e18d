import type {
  ActionDescriptor,
  SourceSummary,
} from 'backstage-plugin-workflows-common';
import type { DryRunService } from '../dryRun/DryRunService';
import type { Audit } from '../observability/audit';
import type { Callers } from '../permissions/Callers';
import type { MatchingService } from '../service/matching/types';
import type {
  DeliveriesService,
  ExecutionsService,
  FieldsService,
  IncidentsService,
  KillSwitchService,
  SecretsService,
  WorkflowsService,
} from '../service/types';

/** What the routes stand on. The services are the authorized ones. */
export interface RouterDeps {
  callers: Callers;
  audit: Audit;
  workflows: WorkflowsService;
  secrets: SecretsService;
  executions: ExecutionsService;
  incidents: IncidentsService;
  deliveries: DeliveriesService;
  fields: FieldsService;
  killSwitch: KillSwitchService;
  matching: MatchingService;
  dryRuns: DryRunService;
  listActions: () => readonly ActionDescriptor[];
  listSources: () => readonly SourceSummary[];
}
