import type { JsonObject, JsonValue } from '@backstage/types';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { useTexts } from '../../texts';
import { previewOf, textOf } from './previewOf';
import { usePaused } from './usePaused';

/** How long typing pauses before it is rendered, in milliseconds. */
const PAUSE_MS = 250;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    margin: theme.spacing(0.75, 0, 0),
    padding: theme.spacing(0.75, 1.75),
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.action.hover,
    fontSize: 12,
    lineHeight: '18px',
  },
  label: {
    flexShrink: 0,
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  value: {
    flex: 1,
    minWidth: 0,
    maxHeight: 180,
    margin: 0,
    overflowY: 'auto',
    fontFamily: 'monospace',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
  },
  words: { fontFamily: 'inherit', fontStyle: 'italic' },
  error: { fontFamily: 'inherit', color: theme.palette.error.main },
}));

/** What a field's templates come to for the chosen incident. */
export const TemplatePreview = (props: {
  label: string;
  value: JsonValue | undefined;
  context: JsonObject;
  language: 'line' | 'text' | 'json' | 'url';
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { label, context, language } = props;
  const value = usePaused(props.value, PAUSE_MS);
  const preview = useMemo(
    () => previewOf(value, context, language),
    [value, context, language],
  );
  if (!preview) {
    return null;
  }
  const words =
    'value' in preview &&
    ((preview.value === null && t('inspector.preview.nothing')) ||
      (preview.value === '' && t('inspector.preview.emptyText')));
  return (
    <div
      role="group"
      className={classes.root}
      aria-label={t('inspector.preview.of', { field: label })}
    >
      <span className={classes.label} aria-hidden>
        {t('inspector.preview.label')}
      </span>
      {'error' in preview ? (
        <span className={`${classes.value} ${classes.error}`}>
          {t('inspector.preview.failed', { message: preview.error })}
        </span>
      ) : (
        <pre
          // What scrolls can be scrolled with the keyboard.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={textOf(preview.value).length > 400 ? 0 : undefined}
          className={`${classes.value} ${words ? classes.words : ''}`}
        >
          {words || textOf(preview.value)}
        </pre>
      )}
    </div>
  );
};
