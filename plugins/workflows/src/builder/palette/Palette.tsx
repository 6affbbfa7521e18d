import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useTexts } from '../../texts';
import { REGION } from '../keyboard/regions';
import { PaletteButton } from './PaletteButton';
import { searchItems, usePaletteItems } from './usePaletteItems';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), overflowY: 'auto' },
  group: { margin: theme.spacing(2, 0, 1) },
  list: {
    display: 'grid',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** What can be added to the workflow, to drag or to press. */
export const Palette = ({ className }: { className: string }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const [query, setQuery] = useState('');
  const items = searchItems(usePaletteItems(), query);
  const groups = (['actions', 'logic'] as const).filter(group =>
    items.some(item => item.group === group),
  );
  return (
    <nav
      className={`${classes.root} ${className}`}
      aria-label={t('builder.palette.title')}
      {...{ [REGION]: 'palette' }}
    >
      <Typography variant="subtitle2" component="h2">
        {t('builder.palette.title')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('builder.palette.hint')}
      </Typography>
      <TextField
        fullWidth
        size="small"
        variant="outlined"
        type="search"
        margin="dense"
        id="workflow-palette-search"
        label={t('builder.palette.search')}
        value={query}
        onChange={event => setQuery(event.target.value)}
      />
      {items.length === 0 && (
        <Typography role="status" variant="body2" color="textSecondary">
          {t('builder.palette.nothing', { query })}
        </Typography>
      )}
      {groups.map(group => (
        <section key={group}>
          <Typography
            variant="overline"
            component="h3"
            color="textSecondary"
            className={classes.group}
          >
            {t(`builder.palette.${group}`)}
          </Typography>
          <ul className={classes.list}>
            {items
              .filter(item => item.group === group)
              .map(item => (
                <li key={item.id}>
                  <PaletteButton item={item} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
};
