import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { KillSwitchBanner } from '../KillSwitch/KillSwitchBanner';
import { Providers } from '../Providers/Providers';
import { EntityExecutions } from './EntityExecutions';
import { EntityIncidents } from './EntityIncidents';
import { EntityWorkflows } from './EntityWorkflows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    // Without the minimum a wide table would widen the page.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(4),
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.5,
  },
}));

/** What happened at a catalog entity, what can run for it, and what did. */
export function EntityWorkflowsContent() {
  const classes = useStyles();
  const entityRef = stringifyEntityRef(useEntity().entity);
  return (
    <Providers>
      <div className={classes.root}>
        <KillSwitchBanner />
        <EntityIncidents entityRef={entityRef} />
        <EntityWorkflows entityRef={entityRef} />
        <EntityExecutions entityRef={entityRef} />
      </div>
    </Providers>
  );
}
