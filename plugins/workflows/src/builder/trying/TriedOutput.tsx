import type { JsonValue } from '@backstage/types';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { WorkflowNode } from 'backstage-plugin-workflows-common';
import { useState } from 'react';
import { JsonBlock } from '../../components/JsonBlock/JsonBlock';
import { useTexts } from '../../texts';
import { useNodeTitle } from '../canvas/useNodeText';
import { useUiStore } from '../context/UiContext';
import { jsonText, parseJsonText } from '../inspector/fields/jsonText';
import { JsonTextField } from './JsonTextField';
import { useTrying, useTryingStore } from './TryingContext';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1),
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

/** What later steps are given of this one; another output can be pinned. */
export const TriedOutput = (props: {
  node: WorkflowNode;
  output: JsonValue | undefined;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { node, output } = props;
  const { id } = node;
  const trying = useTryingStore();
  const { announce } = useUiStore();
  const name = useNodeTitle()(node);
  const pinned = useTrying(state => state.pinned[id]);
  const [text, setText] = useState<string>();
  const shown = pinned ?? output;
  const parsed = text === undefined ? undefined : parseJsonText(text);
  const error = parsed && 'error' in parsed ? parsed.error : undefined;
  const pin = (value: JsonValue | undefined) => {
    trying.pin(id, value);
    setText(undefined);
    announce(
      t(value === undefined ? 'trying.said.unpinned' : 'trying.said.pinned', {
        name,
      }),
    );
  };
  return (
    <div className={classes.root}>
      <Typography variant="subtitle2" component="h4">
        {t('trying.step.output')}
        {' · '}
        {t(pinned === undefined ? 'trying.step.sample' : 'trying.step.pinned')}
      </Typography>
      {text === undefined ? (
        <>
          {shown !== undefined && (
            <JsonBlock label={t('trying.step.output')} value={shown} />
          )}
          <div className={classes.buttons}>
            <Button size="small" onClick={() => setText(jsonText(shown))}>
              {t('trying.step.editOutput')}
            </Button>
            {pinned !== undefined && (
              <Button size="small" onClick={() => pin(undefined)}>
                {t('trying.step.unpin')}
              </Button>
            )}
          </div>
        </>
      ) : (
        <>
          <JsonTextField
            label={t('trying.step.outputLabel')}
            value={text}
            error={error && t('trying.step.outputInvalid', { message: error })}
            onChange={setText}
          />
          <div className={classes.buttons}>
            <Button
              size="small"
              color="primary"
              variant="outlined"
              disabled={
                !parsed || !('value' in parsed) || parsed.value === undefined
              }
              onClick={() => parsed && 'value' in parsed && pin(parsed.value)}
            >
              {t('trying.step.pin')}
            </Button>
            <Button size="small" onClick={() => setText(undefined)}>
              {t('trying.step.cancel')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
};
