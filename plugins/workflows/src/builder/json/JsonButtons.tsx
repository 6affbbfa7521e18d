import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { CopyButton } from '../../components/CopyButton/CopyButton';
import { useNotify } from '../../hooks/useNotify';
import { useTexts } from '../../texts';
import {
  useBuilder,
  useBuilderEnvironment,
  useEditDefinition,
} from '../context/BuilderContext';
import { useUiStore } from '../context/UiContext';
import { readText } from './definitionText';
import { saveFile } from './saveFile';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Takes the definition out of the builder, and another one in. */
export const JsonButtons = ({ text }: { text: string }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const name = useBuilder(state => state.document.name);
  const edit = useEditDefinition();
  const notify = useNotify();
  const { announce } = useUiStore();
  const input = useRef<HTMLInputElement>(null);
  const load = async (file: File) => {
    const read = readText(await file.text());
    if ('problems' in read) {
      const [{ path, message }] = read.problems;
      notify.error(
        t('inspector.json.importFailed', {
          message: path ? `${path}: ${message}` : message,
        }),
      );
      return;
    }
    edit(() => read.definition);
    announce(t('inspector.json.imported'));
    notify.success(t('inspector.json.imported'));
  };
  return (
    <div className={classes.root}>
      {editable && (
        <>
          <input
            ref={input}
            hidden
            type="file"
            accept=".json,application/json"
            data-testid="import-json"
            onChange={event => {
              const [file] = event.target.files ?? [];
              if (file) {
                load(file);
              }
              // The same file can be chosen again.
              event.target.value = '';
            }}
          />
          <Button
            size="small"
            variant="outlined"
            onClick={() => input.current?.click()}
          >
            {t('inspector.json.import')}
          </Button>
        </>
      )}
      <Button
        size="small"
        variant="outlined"
        onClick={() => saveFile(`${name}.workflow.json`, text)}
      >
        {t('inspector.json.export')}
      </Button>
      <CopyButton text={text} label={t('inspector.json.copy')} />
    </div>
  );
};
