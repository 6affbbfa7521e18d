import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from '../../translation';

/** The way from a section to the full list; spoken with the section's name. */
export function ViewAll(props: { to: string; of: string }) {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const text = t('history.list.viewAll');
  return (
    <Link to={props.to} aria-label={`${text}: ${props.of}`}>
      {text}
    </Link>
  );
}
