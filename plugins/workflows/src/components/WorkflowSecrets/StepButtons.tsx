import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { Fragment } from 'react';
import { useTexts } from '../../texts';

const useStyles = makeStyles({
  step: { verticalAlign: 'baseline', textAlign: 'left' },
});

/** The steps that name a secret; each opens itself. */
export function StepButtons(props: {
  nodes: readonly WorkflowNode[];
  titleOf: (node: WorkflowNode) => string;
  onOpenNode: (id: string) => void;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const { nodes, titleOf, onOpenNode } = props;
  if (nodes.length === 0) {
    return <>{t('secrets.card.noStep')}</>;
  }
  return (
    <>
      {nodes.map((node, index) => (
        <Fragment key={node.id}>
          {index > 0 && ', '}
          <Link
            component="button"
            type="button"
            variant="body2"
            className={classes.step}
            onClick={() => onOpenNode(node.id)}
          >
            {titleOf(node)}
          </Link>
        </Fragment>
      ))}
    </>
  );
}
