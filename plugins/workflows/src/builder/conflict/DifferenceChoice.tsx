import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../../texts';
import type { Difference, Side } from './model/Difference';
import type { DifferenceText } from './useDifferenceText';

const useStyles = makeStyles(theme => ({
  root: {
    width: '100%',
    padding: theme.spacing(1, 1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  // Floating, it stands in the frame and not on its line.
  legend: {
    float: 'left',
    width: '100%',
    color: theme.palette.text.primary,
    fontWeight: 600,
    fontSize: 14,
    lineHeight: '20px',
  },
  sides: {
    clear: 'both',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: theme.spacing(0, 2),
  },
  side: { alignItems: 'flex-start', margin: theme.spacing(0, 0, 0, -1) },
  value: {
    display: 'block',
    paddingTop: theme.spacing(1),
    fontSize: 14,
    lineHeight: '20px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  name: { color: theme.palette.text.secondary, fontSize: 12, display: 'block' },
}));

/** One place at which two versions differ, and which of them counts. */
export const DifferenceChoice = (props: {
  difference: Difference;
  text: DifferenceText;
  chosen: Side | undefined;
  onChoose: (side: Side) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const { difference, text, chosen, onChoose } = props;
  const id = useId();
  return (
    <FormControl
      component="fieldset"
      className={classes.root}
      data-testid={`difference-${difference.key}`}
    >
      <FormLabel component="legend" id={id} className={classes.legend}>
        {text.where(difference)}
      </FormLabel>
      {difference.base !== undefined && (
        <Typography variant="caption" color="textSecondary">
          {t('saving.conflict.before', {
            value: text.value(difference, 'base'),
          })}
        </Typography>
      )}
      <RadioGroup
        className={classes.sides}
        aria-labelledby={id}
        value={chosen ?? ''}
        onChange={(_, side) => onChoose(side as Side)}
      >
        {(['mine', 'theirs'] as const).map(side => (
          <FormControlLabel
            key={side}
            className={classes.side}
            value={side}
            control={<Radio size="small" color="primary" />}
            label={
              <span className={classes.value}>
                <span className={classes.name}>
                  {t(`saving.conflict.${side}`)}
                </span>
                {text.value(difference, side)}
              </span>
            }
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
};
