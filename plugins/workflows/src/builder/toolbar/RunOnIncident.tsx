import { RunOnIncidentButton } from '../../components/RunByHand/RunOnIncidentButton';
import { useBuilderEnvironment } from '../context/BuilderContext';

/** Runs the published version by hand; not there while nothing of it may run. */
export const RunOnIncident = () => {
  const { id, enabled } = useBuilderEnvironment().workflow;
  return enabled ? <RunOnIncidentButton workflowId={id} /> : null;
};
