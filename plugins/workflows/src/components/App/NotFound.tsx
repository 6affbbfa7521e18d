import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { rootRouteRef } from '../../routes';
import { workflowsTranslationRef } from '../../translation';

/** An address below the plugin's page that names nothing. */
export const NotFound = () => {
  const { t } = useTranslationRef(workflowsTranslationRef);
  const rootPath = useRouteRef(rootRouteRef)();
  return (
    <EmptyState
      missing="content"
      title={t('workflows.notFound.title')}
      action={
        <LinkButton to={rootPath} color="primary" variant="outlined">
          {t('workflows.notFound.back')}
        </LinkButton>
      }
    />
  );
};
