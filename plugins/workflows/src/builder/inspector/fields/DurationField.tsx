import FormHelperText from '@material-ui/core/FormHelperText';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import { useTexts } from '../../../texts';
import { Field } from './Field';

const UNITS = ['s', 'min', 'h', 'd'] as const;
const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr 112px',
    columnGap: theme.spacing(1),
  },
  help: { gridColumn: '1 / -1' },
}));

/** A duration as a number and a unit. Without a number there is none. */
export const DurationField = (props: {
  label: string;
  help?: string;
  /** Where it is in its step, for {@link focusField}. */
  place?: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const helpId = useId();
  const { label, help, value, onChange } = props;
  const [, amount = '', unit = 'min'] =
    /^(\d*)(s|min|h|d)$/.exec(value ?? '') ?? [];
  return (
    <div className={classes.root} data-place={props.place}>
      <Field
        type="number"
        label={label}
        inputProps={{
          min: 0,
          step: 1,
          'aria-describedby': help && helpId,
        }}
        value={amount}
        onChange={event => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 7);
          onChange(digits ? `${Number(digits)}${unit}` : undefined);
        }}
      />
      <Field
        select
        value={unit}
        disabled={!amount}
        SelectProps={{
          SelectDisplayProps: {
            // The visible text is part of it.
            'aria-label': `${t('builder.duration.unit', { label })}: ${t(
              `builder.duration.${unit as (typeof UNITS)[number]}`,
            )}`,
          },
        }}
        onChange={event => onChange(`${amount}${event.target.value}`)}
      >
        {UNITS.map(name => (
          <MenuItem key={name} value={name}>
            {t(`builder.duration.${name}`)}
          </MenuItem>
        ))}
      </Field>
      {help && (
        <FormHelperText id={helpId} variant="outlined" className={classes.help}>
          {help}
        </FormHelperText>
      )}
    </div>
  );
};
