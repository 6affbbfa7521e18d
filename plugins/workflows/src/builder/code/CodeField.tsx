import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { type ReactNode, useId } from 'react';
import type { CodeAreaProps } from './CodeAreaProps';
import { LazyCodeArea } from './LazyCodeArea';

const useStyles = makeStyles(theme => {
  const border =
    theme.palette.type === 'dark'
      ? 'rgba(255, 255, 255, 0.23)'
      : 'rgba(0, 0, 0, 0.23)';
  return {
    root: {
      flex: 1,
      minWidth: 0,
      fontFamily: theme.typography.fontFamily,
    },
    // Looks like the other fields, whose labels stand in their border.
    box: {
      position: 'relative',
      borderRadius: theme.shape.borderRadius,
      boxShadow: `inset 0 0 0 1px ${border}`,
      '&:hover': {
        boxShadow: `inset 0 0 0 1px ${theme.palette.text.primary}`,
      },
      '&:focus-within': {
        boxShadow: `inset 0 0 0 2px ${theme.palette.primary.main}`,
      },
    },
    invalid: {
      '&, &:hover, &:focus-within': {
        boxShadow: `inset 0 0 0 2px ${theme.palette.error.main}`,
      },
    },
    label: {
      position: 'absolute',
      zIndex: 1,
      top: -7,
      left: 9,
      maxWidth: 'calc(100% - 18px)',
      padding: '0 5px',
      fontSize: 12,
      lineHeight: '14px',
      color: theme.palette.text.secondary,
      background: theme.palette.background.paper,
    },
  };
});

/** A text in an editor of its own, with a label, and what there is to say below. */
export const CodeField = (
  props: Omit<CodeAreaProps, 'labelledBy'> & {
    label: string;
    help?: ReactNode;
    error?: string;
    children?: ReactNode;
  },
) => {
  const classes = useStyles();
  const id = useId();
  const { label, help, error, children, ...area } = props;
  const note = error ?? help;
  const isInvalid = Boolean(error) || area.invalid;
  return (
    <div className={classes.root}>
      <div className={`${classes.box} ${isInvalid ? classes.invalid : ''}`}>
        <span id={`${id}-label`} className={classes.label}>
          {label}
          {props.required && <span aria-hidden>&thinsp;*</span>}
        </span>
        <LazyCodeArea
          {...area}
          labelledBy={`${id}-label`}
          describedBy={
            [area.describedBy, note && `${id}-note`]
              .filter(Boolean)
              .join(' ') || undefined
          }
          invalid={isInvalid}
        />
      </div>
      {note && (
        <FormHelperText
          id={`${id}-note`}
          variant="outlined"
          error={Boolean(error)}
        >
          {note}
        </FormHelperText>
      )}
      {children}
    </div>
  );
};
