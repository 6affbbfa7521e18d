import Chip from '@material-ui/core/Chip';
import { useTexts } from '../../texts';

/** The entity that the list was opened for, which can be taken away. */
export function EntityFilter(props: {
  value: string | undefined;
  onClear: () => void;
}) {
  const { t } = useTexts();
  if (!props.value) {
    return null;
  }
  return (
    <Chip
      variant="outlined"
      style={{ margin: 0, maxWidth: '100%' }}
      label={`${t('history.executions.columns.entity')}: ${props.value}`}
      onDelete={props.onClear}
    />
  );
}
