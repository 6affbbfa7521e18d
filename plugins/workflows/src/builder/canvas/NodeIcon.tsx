import { useTheme } from '@material-ui/core/styles';
import { stepColor, stepLook } from './nodes/stepLook';

/** The sign of a kind of step, in its colour. */
export const NodeIcon = ({ kind }: { kind: string }) => {
  const theme = useTheme();
  const { Icon } = stepLook(kind);
  return (
    <Icon
      fontSize="small"
      aria-hidden
      style={{ color: stepColor(kind, theme) }}
    />
  );
};
