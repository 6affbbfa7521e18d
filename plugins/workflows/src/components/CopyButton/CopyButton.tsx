import { CopyTextButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../translation';

/** Copies a text; quiet, as there are many on a page. */
export function CopyButton(props: { text: string; label: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  return (
    <CopyTextButton
      variant="tertiary"
      text={props.text}
      tooltipText={t('history.json.copied')}
      aria-label={props.label}
    />
  );
}
