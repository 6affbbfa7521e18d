import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';

const useStyles = makeStyles(theme => ({
  key: {
    display: 'inline-block',
    minWidth: 24,
    padding: theme.spacing(0.25, 0.75),
    textAlign: 'center',
    fontFamily: 'inherit',
    fontSize: 12,
    lineHeight: '16px',
    color: theme.palette.text.primary,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 4,
    background: theme.palette.background.default,
  },
}));

const SIGNS: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

const isMac = () => /Mac/.test(window.navigator.platform);

/** The key presses for one thing, any of which does it. */
export const Keys = ({ keys }: { keys: readonly string[] }) => {
  const classes = useStyles();
  return (
    <>
      {keys.map((press, index) => (
        <Fragment key={press}>
          {index > 0 && ' / '}
          {partsOf(press).map((part, at) => (
            <Fragment key={part}>
              {at > 0 && ' '}
              <kbd className={classes.key}>{part}</kbd>
            </Fragment>
          ))}
        </Fragment>
      ))}
    </>
  );
};

function partsOf(press: string) {
  // The key + is its own name.
  const parts = press.length === 1 ? [press] : press.split('+');
  const signs: Record<string, string> = {
    ...SIGNS,
    Mod: isMac() ? '⌘' : 'Ctrl',
  };
  return parts.map(part => signs[part] ?? part);
}
