import { makeStyles } from '@material-ui/core/styles';
import type { IncidentDetail } from 'backstage-plugin-workflows-common';
import { useTexts } from '../../../texts';
import { EntityLink } from '../../EntityLink/EntityLink';
import { SetEntity } from './SetEntity';

const useStyles = makeStyles(theme => ({
  none: { fontWeight: 500 },
  how: {
    margin: 0,
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(12),
  },
}));

/** The entity of an incident and how it was found, or that there is none; and the way to set it. */
export function IncidentEntityFact(props: { incident: IncidentDetail }) {
  const classes = useStyles();
  const { incident } = props;
  const { t } = useTexts();
  return (
    <>
      {incident.entityRef ? (
        <EntityLink entityRef={incident.entityRef} />
      ) : (
        <span className={classes.none}>{t('catalog.entity.none')}</span>
      )}
      {useHow(incident).map(line => (
        <p key={line} className={classes.how}>
          {line}
        </p>
      ))}
      {incident.editable && <SetEntity incident={incident} />}
    </>
  );
}

/** How it was found, and what else is to be known of that. */
function useHow(incident: IncidentDetail): string[] {
  const { t } = useTexts();
  const { entityRef, service, entityResolution = {} } = incident;
  const { resolvedBy, by = '', alternatives, unknown } = entityResolution;
  const refs = (list: string[]) => ({ refs: list.join(', ') });
  return [
    ...(resolvedBy
      ? [t(`catalog.entity.resolvedBy.${resolvedBy}`, { by })]
      : []),
    ...(alternatives
      ? [t('catalog.entity.alternatives', refs(alternatives))]
      : []),
    ...(unknown ? [t('catalog.entity.unknown', refs(unknown))] : []),
    ...(entityRef
      ? []
      : [
          ...(service
            ? [t('catalog.entity.noneWithService', { service })]
            : []),
          t('catalog.entity.noneHelp'),
        ]),
  ];
}
