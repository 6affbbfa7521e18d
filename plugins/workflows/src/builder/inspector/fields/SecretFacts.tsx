import FormHelperText from '@material-ui/core/FormHelperText';
import { EntityLink } from '../../../components/EntityLink/EntityLink';
import { RelativeTime } from '../../../components/RelativeTime/RelativeTime';
import { useSecretsQuery } from '../../../hooks/useWorkflowQueries';
import { useTexts } from '../../../texts';
import { useBuilderEnvironment } from '../../context/BuilderContext';

/** Where a secret may go, who set it and when it was used. */
export const SecretFacts = ({ name }: { name: string }) => {
  const { t } = useTexts();
  const { workflow } = useBuilderEnvironment();
  const { data } = useSecretsQuery(workflow.id);
  const secret = data?.find(candidate => candidate.name === name);
  if (!secret) {
    return (
      <FormHelperText variant="outlined" error={data !== undefined}>
        {data && t('inspector.secret.unknown')}
      </FormHelperText>
    );
  }
  return (
    <FormHelperText variant="outlined" component="div">
      <div>
        {t('inspector.secret.hosts', { hosts: secret.allowedHosts.join(', ') })}
      </div>
      <div>
        {t('secrets.card.set')} <RelativeTime iso={secret.updatedAt} />{' '}
        {t('secrets.card.by')} <EntityLink entityRef={secret.updatedBy} />
      </div>
      <div>
        {t('secrets.card.used')}:{' '}
        {secret.lastUsedAt ? (
          <RelativeTime iso={secret.lastUsedAt} />
        ) : (
          t('secrets.card.never')
        )}
      </div>
    </FormHelperText>
  );
};
