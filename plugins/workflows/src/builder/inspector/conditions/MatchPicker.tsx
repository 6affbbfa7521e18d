import Typography from '@material-ui/core/Typography';
import { alpha, makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  CONDITION_MATCHES,
  type ConditionMatch,
} from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';

const useStyles = makeStyles(theme => ({
  root: { display: 'grid', gap: theme.spacing(1) },
  group: { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)' },
  button: {
    padding: theme.spacing(1),
    fontSize: 15,
    fontWeight: 600,
    textTransform: 'none',
    color: theme.palette.text.primary,
    borderColor: alpha(theme.palette.text.primary, 0.3),
    '&.Mui-selected, &.Mui-selected:hover': {
      color: theme.palette.primary.contrastText,
      background: theme.palette.primary.main,
    },
  },
  sentence: { fontWeight: 600 },
}));

/** All, any or none: the choice stands out, and a sentence says what it means. */
export const MatchPicker = (props: {
  match: ConditionMatch;
  onChange: (match: ConditionMatch) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <div className={classes.root}>
      <ToggleButtonGroup
        exclusive
        className={classes.group}
        value={props.match}
        aria-label={t('builder.condition.match')}
        onChange={(_, match: ConditionMatch | null) =>
          match && props.onChange(match)
        }
      >
        {CONDITION_MATCHES.map(match => (
          <ToggleButton key={match} value={match} className={classes.button}>
            {t(`inspector.condition.${match}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" role="status" className={classes.sentence}>
        {t(`inspector.condition.${props.match}Help`)}
      </Typography>
    </div>
  );
};
