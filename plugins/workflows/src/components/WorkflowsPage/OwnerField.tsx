import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { useEffect, useRef } from 'react';
import { useOwnGroups } from '../../hooks/useOwnGroups';
import { useTexts } from '../../texts';

/** One of the caller's groups, or nobody's: global. The first group is proposed. */
export function OwnerField(props: {
  value: string | undefined;
  onChange: (ownerRef: string | undefined) => void;
}) {
  const { t } = useTexts();
  const { value, onChange } = props;
  const groups = useOwnGroups();
  const isProposed = useRef(false);
  useEffect(() => {
    if (groups?.length && !isProposed.current) {
      isProposed.current = true;
      onChange(groups[0]);
    }
  }, [groups, onChange]);
  return (
    <TextField
      select
      id="create-workflow-owner"
      variant="outlined"
      label={t('workflows.create.owner')}
      helperText={t('workflows.create.ownerHelp')}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      value={value ?? ''}
      onChange={event => {
        isProposed.current = true;
        onChange(event.target.value || undefined);
      }}
    >
      {groups?.map(ref => (
        <MenuItem key={ref} value={ref}>
          {ref}
        </MenuItem>
      ))}
      <MenuItem value="">{t('workflows.create.global')}</MenuItem>
    </TextField>
  );
}
