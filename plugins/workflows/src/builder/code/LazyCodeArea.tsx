import { makeStyles } from '@material-ui/core/styles';
import { Suspense, lazy } from 'react';
import type { CodeAreaProps } from './CodeAreaProps';

// Most of an editor's code is CodeMirror's, which nothing else needs.
const CodeArea = lazy(() => import('./CodeArea'));

const useStyles = makeStyles(theme => ({
  waiting: {
    margin: 0,
    minHeight: 38,
    padding: theme.spacing(1.25, 1.75),
    overflow: 'hidden',
    fontFamily: 'monospace',
    fontSize: 13,
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
  },
}));

/** The editor; until it is loaded the text can be read. */
export const LazyCodeArea = (props: CodeAreaProps) => {
  const classes = useStyles();
  return (
    <Suspense fallback={<pre className={classes.waiting}>{props.value}</pre>}>
      <CodeArea {...props} />
    </Suspense>
  );
};
