import MenuItem from '@material-ui/core/MenuItem';
import { useTexts } from '../../texts';
import { Field } from '../inspector/fields/Field';
import { SAMPLE } from './useChosenIncident';
import type { usePreviewContext } from './usePreviewContext';

/** Which incident the previews are shown with. */
export const IncidentChooser = (
  props: Pick<
    ReturnType<typeof usePreviewContext>,
    'id' | 'choose' | 'incidents' | 'error'
  >,
) => {
  const { t } = useTexts();
  const { id, choose, incidents, error } = props;
  const isThere = id === SAMPLE || incidents.some(one => one.id === id);
  return (
    <Field
      select
      label={t('inspector.preview.with')}
      helperText={
        error
          ? t('inspector.preview.incidentError', { message: error.message })
          : t('inspector.preview.withHelp')
      }
      value={isThere ? id : ''}
      onChange={event => choose(event.target.value)}
    >
      {incidents.map(incident => (
        <MenuItem key={incident.id} value={incident.id}>
          {incident.title ?? t('inspector.preview.untitled')}
          {incident.service && ` · ${incident.service}`}
        </MenuItem>
      ))}
      <MenuItem value={SAMPLE}>{t('inspector.preview.sample')}</MenuItem>
    </Field>
  );
};
