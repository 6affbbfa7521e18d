import type { EntityScope } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../texts';

/** Why a workflow is for the entity, in words. */
export function ScopeReason(props: { scope: EntityScope }) {
  const { t } = useTexts();
  const { reason, selectors = [], explanation } = props.scope;
  switch (reason) {
    case 'global':
    case 'owner':
    case 'team':
    case 'named':
      return <>{t(`catalog.scope.${reason}`)}</>;
    case 'selected': {
      const what = [
        ...selectors.map(({ selector, expected, actual }) =>
          t(`catalog.scope.selector.${selector}`, {
            // Of many tags only those that it asks for.
            actual: actual
              .filter(value => actual.length === 1 || expected.includes(value))
              .join(', '),
          }),
        ),
        ...(explanation?.conditions.length
          ? [t('catalog.scope.conditions')]
          : []),
      ];
      return (
        <>
          {what.length > 0
            ? t('catalog.scope.selected', { what: what.join(' · ') })
            : t('catalog.scope.selectedAny')}
        </>
      );
    }
    default:
      // What does not apply is not listed.
      return null;
  }
}
