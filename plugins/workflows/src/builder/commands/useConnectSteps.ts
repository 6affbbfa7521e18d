import { useCallback } from 'react';
import { useEditDefinition } from '../context/BuilderContext';
import type { Connection } from '../model/canConnect';
import { setWayOut } from '../model/operations/setWayOut';
import { useSaid } from './useSaid';

/** Leads a way out to another step, or nowhere, and says so. */
export function useConnectSteps() {
  const edit = useEditDefinition();
  const { t, say, nameOf } = useSaid();
  return useCallback(
    (connection: Omit<Connection, 'target'> & { target?: string }) => {
      edit(definition => setWayOut(definition, connection));
      const name = nameOf(connection.source);
      say(
        connection.target === undefined
          ? t('builder.said.disconnected', { name })
          : t('builder.said.connected', {
              name,
              next: nameOf(connection.target),
            }),
      );
    },
    [edit, t, say, nameOf],
  );
}
