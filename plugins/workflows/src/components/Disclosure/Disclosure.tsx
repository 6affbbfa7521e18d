import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { type PropsWithChildren, useId, useState } from 'react';

const useStyles = makeStyles(theme => ({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.5, 1, 0.5, 0),
    borderRadius: theme.shape.borderRadius,
    fontFamily: 'inherit',
    fontSize: theme.typography.pxToRem(13),
    fontWeight: 600,
    color: theme.palette.text.primary,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  icon: { fontSize: theme.typography.pxToRem(20) },
  content: { marginTop: theme.spacing(0.5), minWidth: 0 },
}));

/** Details that are opened when someone wants them. */
export function Disclosure(
  props: PropsWithChildren<{ title: string; defaultOpen?: boolean }>,
) {
  const classes = useStyles();
  const contentId = useId();
  const [open, setOpen] = useState(props.defaultOpen ?? false);
  const Icon = open ? ExpandMoreIcon : ChevronRightIcon;
  return (
    <div>
      <ButtonBase
        className={classes.button}
        aria-expanded={open}
        aria-controls={contentId}
        onClick={() => setOpen(!open)}
      >
        <Icon className={classes.icon} aria-hidden />
        {props.title}
      </ButtonBase>
      <div id={contentId} className={classes.content} hidden={!open}>
        {open && props.children}
      </div>
    </div>
  );
}
