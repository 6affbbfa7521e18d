import InputBase from '@material-ui/core/InputBase';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { useBuilder, useBuilderEnvironment } from '../context/BuilderContext';

const useStyles = makeStyles(theme => ({
  root: {
    // As wide as the name, where browsers can.
    flex: '0 1 auto',
    minWidth: 160,
    maxWidth: 320,
    padding: theme.spacing(0, 1),
    border: '1px solid transparent',
    borderRadius: 4,
    fontSize: 18,
    fontWeight: 600,
    '&:hover': { borderColor: theme.palette.divider },
    '& input': { width: 'auto', minWidth: '100%', fieldSizing: 'content' },
    '&.Mui-focused': { borderColor: theme.palette.primary.main },
  },
}));

export const NameField = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const { store, editable } = useBuilderEnvironment();
  const name = useBuilder(state => state.document.name);
  return (
    <InputBase
      className={classes.root}
      value={name}
      readOnly={!editable}
      error={!name.trim()}
      inputProps={{ 'aria-label': t('builder.toolbar.name'), maxLength: 120 }}
      onChange={event => {
        const text = event.target.value;
        store
          .getState()
          .edit(document => ({ ...document, name: text }), 'name');
      }}
    />
  );
};
