import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts';

/** An address below the plugin's page that names nothing. */
export const NotFound = () => {
  const { t } = useTexts();
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
