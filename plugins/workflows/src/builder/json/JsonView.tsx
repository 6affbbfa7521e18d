import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { useCallback } from 'react';
import { useTexts } from '../../texts';
import type { CodeRemark } from '../code/CodeAreaProps';
import { CodeField } from '../code/CodeField';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { useProblems } from '../context/ProblemsContext';
import { JsonButtons } from './JsonButtons';
import { placeIn } from './placeIn';
import { useJsonText } from './useJsonText';

const MAX_PROBLEMS = 5;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
  },
  problems: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** The definition as a text: an edit that can be drawn is drawn, others wait. */
const JsonView = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { editable } = useBuilderEnvironment();
  const drawn = useProblems();
  const { text, problems, isBehind, type, revert } = useJsonText();
  const isBroken = problems.length > 0;
  const told = isBroken ? problems : drawn;
  const remarks = useCallback(
    (current: string): CodeRemark[] =>
      told
        // A text that is no JSON at all is told of by the editor.
        .filter(({ path }) => path !== '')
        .map(({ path, severity, message }) => ({
          ...placeIn(current, path),
          severity,
          message,
        })),
    [told],
  );
  return (
    <div className={classes.root}>
      <JsonButtons text={text} />
      {isBroken && (
        <Alert
          severity="error"
          action={
            <Button color="inherit" size="small" onClick={revert}>
              {t('inspector.json.revert')}
            </Button>
          }
        >
          {t('inspector.json.invalid', { count: problems.length })}
          {isBehind && ` ${t('inspector.json.moved')}`}
          <ul className={classes.problems}>
            {problems.slice(0, MAX_PROBLEMS).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                {path === ''
                  ? message
                  : t('inspector.json.line', {
                      line: String(lineOf(text, placeIn(text, path).from)),
                      message,
                    })}
              </li>
            ))}
          </ul>
          {problems.length > MAX_PROBLEMS &&
            t('inspector.json.more', { count: problems.length - MAX_PROBLEMS })}
        </Alert>
      )}
      <CodeField
        label={t('inspector.json.field')}
        language="json"
        minLines={12}
        readOnly={!editable}
        invalid={isBroken}
        help={editable ? t('inspector.json.help') : undefined}
        remarks={remarks}
        value={text}
        onChange={type}
      />
    </div>
  );
};

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

export default JsonView;
