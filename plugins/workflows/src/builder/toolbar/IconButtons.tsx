import IconButton from '@material-ui/core/IconButton';
import type SvgIcon from '@material-ui/core/SvgIcon';
import { Hint } from './Hint';

/** Buttons that a sign says, and a tooltip tells. */
export const IconButtons = (props: {
  buttons: ReadonlyArray<{
    label: string;
    Icon: typeof SvgIcon;
    disabled?: boolean;
    pressed?: boolean;
    onClick: () => void;
  }>;
}) => (
  <div>
    {props.buttons.map(({ label, Icon, disabled, pressed, onClick }) => (
      <Hint key={label} title={label}>
        <IconButton
          size="small"
          disabled={disabled}
          aria-label={label}
          aria-pressed={pressed}
          onClick={onClick}
        >
          <Icon />
        </IconButton>
      </Hint>
    ))}
  </div>
);
