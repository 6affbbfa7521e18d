import type { JsonValue } from '@backstage/types';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { CopyButton } from '../CopyButton/CopyButton';

/** More than this is slow to lay out and nobody reads it here; copying gives all. */
const SHOWN_CHARACTERS = 20_000;

const useStyles = makeStyles(theme => ({
  root: { position: 'relative', minWidth: 0 },
  code: {
    margin: 0,
    padding: theme.spacing(1, 6, 1, 1.5),
    maxHeight: theme.spacing(40),
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.default,
    color: theme.palette.text.primary,
    fontFamily: 'monospace',
    fontSize: theme.typography.pxToRem(12.5),
    lineHeight: 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  copy: { position: 'absolute', top: 0, right: theme.spacing(1) },
}));

/** A JSON value, indented, in a box of its own that scrolls. */
export function JsonBlock(props: { label: string; value: JsonValue }) {
  const classes = useStyles();
  const { t } = useTexts();
  const text =
    typeof props.value === 'string'
      ? props.value
      : JSON.stringify(props.value, null, 2);
  return (
    <div className={classes.root}>
      {/* A box that scrolls must be reachable without a mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes.code} tabIndex={0} aria-label={props.label}>
        {text.slice(0, SHOWN_CHARACTERS)}
      </pre>
      <div className={classes.copy}>
        <CopyButton
          text={text}
          label={`${t('history.json.copy')}: ${props.label}`}
        />
      </div>
      {text.length > SHOWN_CHARACTERS && (
        <Typography variant="caption" color="textSecondary">
          {t('history.json.truncated', {
            shown: String(SHOWN_CHARACTERS),
            total: String(text.length),
          })}
        </Typography>
      )}
    </div>
  );
}
