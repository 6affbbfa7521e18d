import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import {
  CONDITION_MATCHES,
  type ConditionMatch,
} from 'backstage-plugin-workflows-common';
import { workflowsTranslationRef } from '../../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
  button: {
    padding: theme.spacing(0.5, 1.5),
    color: theme.palette.text.primary,
    '&.Mui-selected, &.Mui-selected:hover': {
      color: theme.palette.primary.contrastText,
      background: theme.palette.primary.main,
    },
  },
}));

/** All, any or none: the choice stands out, and a sentence says what it means. */
export const MatchPicker = (props: {
  match: ConditionMatch;
  onChange: (match: ConditionMatch) => void;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <div className={classes.root}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={props.match}
        aria-label={t('builder.condition.match')}
        onChange={(_, match: ConditionMatch | null) =>
          match && props.onChange(match)
        }
      >
        {CONDITION_MATCHES.map(match => (
          <ToggleButton key={match} value={match} className={classes.button}>
            {t(`builder.condition.${match}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Typography variant="body2" color="textSecondary">
        {t(`builder.condition.${props.match}Help`)}
      </Typography>
    </div>
  );
};
