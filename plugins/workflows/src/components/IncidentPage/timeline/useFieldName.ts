import { useTexts } from '../../../texts';
import { historyMessages } from '../../../translations/history';

type Field = keyof typeof historyMessages.incident.field;

const isField = (name: string): name is Field =>
  Object.hasOwn(historyMessages.incident.field, name);

/** What people call a field; a label and what else has a key by that. */
export function useFieldName(): (field: string) => string {
  const { t } = useTexts();
  return field => {
    if (isField(field)) {
      return t(`history.incident.field.${field}`);
    }
    const [parent, ...key] = field.split('.');
    const name = key.join('.');
    return isField(name) && parent === 'metadata'
      ? t(`history.incident.field.${name}`)
      : name || field;
  };
}
