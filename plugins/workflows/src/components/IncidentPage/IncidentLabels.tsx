import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../texts';
import { Section } from '../Facts/Section';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  label: {
    maxWidth: '100%',
    padding: theme.spacing(0.25, 1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    fontSize: theme.typography.pxToRem(12.5),
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
  },
  name: { color: theme.palette.text.secondary },
}));

/** The labels that the source sent. */
export function IncidentLabels(props: { labels: Record<string, string> }) {
  const classes = useStyles();
  const { t } = useTexts();
  const labels = Object.entries(props.labels);
  if (labels.length === 0) {
    return null;
  }
  return (
    <Section title={t('history.incident.labels')}>
      <ul className={classes.list}>
        {labels.map(([name, value]) => (
          <li key={name} className={classes.label}>
            <span className={classes.name}>{name}</span> {value}
          </li>
        ))}
      </ul>
    </Section>
  );
}
