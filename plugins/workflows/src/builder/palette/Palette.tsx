import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { workflowsTranslationRef } from '../../translation';
import { PaletteButton } from './PaletteButton';
import { usePaletteItems } from './usePaletteItems';

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
  const { t } = useTranslationRef(workflowsTranslationRef);
  const items = usePaletteItems();
  return (
    <nav
      className={`${classes.root} ${className}`}
      aria-label={t('builder.palette.title')}
    >
      <Typography variant="subtitle2" component="h2">
        {t('builder.palette.title')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {t('builder.palette.hint')}
      </Typography>
      {(['actions', 'logic'] as const).map(group => (
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
