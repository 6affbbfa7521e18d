import { Link } from '@backstage/core-components';
import { useTexts } from '../../texts';

/** The way from a section to the full list; spoken with the section's name. */
export function ViewAll(props: { to: string; of: string }) {
  const { t } = useTexts();
  const text = t('history.list.viewAll');
  return (
    <Link to={props.to} aria-label={`${text}: ${props.of}`}>
      {text}
    </Link>
  );
}
