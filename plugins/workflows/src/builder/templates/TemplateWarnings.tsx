import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { useMemo } from 'react';
import type { CodeRemark } from '../code/CodeAreaProps';
import { usePaused } from '../preview/usePaused';

/** How long typing pauses before it is judged, in milliseconds. */
const PAUSE_MS = 400;

const useStyles = makeStyles(theme => ({
  warning: {
    display: 'flex',
    gap: theme.spacing(0.75),
    color: theme.palette.text.primary,
  },
  icon: { fontSize: 16, color: theme.palette.warning.main },
}));

/** What an editor underlines, in words below it. */
export const TemplateWarnings = (props: {
  text: string;
  remarks: (text: string) => CodeRemark[];
}) => {
  const classes = useStyles();
  const text = usePaused(props.text, PAUSE_MS);
  const { remarks } = props;
  const messages = useMemo(
    () => [...new Set(remarks(text).map(({ message }) => message))],
    [text, remarks],
  );
  return (
    <div role="status">
      {messages.map(message => (
        <FormHelperText
          key={message}
          variant="outlined"
          className={classes.warning}
        >
          <WarningIcon className={classes.icon} aria-hidden />
          <span>{message}</span>
        </FormHelperText>
      ))}
    </div>
  );
};
