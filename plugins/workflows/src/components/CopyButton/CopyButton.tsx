import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { workflowsTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-block',
    verticalAlign: 'middle',
    '& svg': {
      width: theme.spacing(2),
      height: theme.spacing(2),
      color: theme.palette.text.secondary,
    },
  },
}));

/** Copies a text; quiet, as there are many on a page. */
export function CopyButton(props: { text: string; label: string }) {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <span className={classes.root}>
      <CopyTextButton
        variant="tertiary"
        text={props.text}
        tooltipText={t('history.json.copied')}
        aria-label={props.label}
      />
    </span>
  );
}
