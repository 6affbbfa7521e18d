import { CopyTextButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';

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
  const { t } = useTexts();
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
