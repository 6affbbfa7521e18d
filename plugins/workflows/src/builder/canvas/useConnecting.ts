import type {
  Connection as FlowConnection,
  FinalConnectionState,
} from '@xyflow/react';
import { useMemo } from 'react';
import { useConnectSteps } from '../commands/useConnectSteps';
import { useSaid } from '../commands/useSaid';
import { useBuilderEnvironment } from '../context/BuilderContext';
import { canConnect, refusalOf } from '../model/canConnect';
import { NODE_HEIGHT, NODE_WIDTH } from '../model/geometry';
import { type WayOut, edgeBy } from '../model/waysOut';
import { useOpenPicker } from '../picker/useOpenPicker';
import { connectionBetween } from './connectionBetween';

type Drawn = Pick<FlowConnection, 'source' | 'target'> & {
  sourceHandle?: string | null;
};

const ours = ({ source, target, sourceHandle }: Drawn) => ({
  source,
  target,
  sourceHandle: (sourceHandle ?? undefined) as WayOut,
});

/**
 * Connections drawn with the mouse. One that ends in empty space opens the
 * picker there; one that cannot be says why.
 */
export function useConnecting() {
  const { store } = useBuilderEnvironment();
  const connectSteps = useConnectSteps();
  const openPicker = useOpenPicker();
  const { t, say } = useSaid();
  return useMemo(() => {
    const definition = () => store.getState().document.definition;
    return {
      isValidConnection: (drawn: Drawn) =>
        canConnect(definition(), ours(drawn)),
      onConnect: (drawn: Drawn) => connectSteps(ours(drawn)),
      onConnectEnd: (
        event: MouseEvent | TouchEvent,
        { fromHandle, toHandle, toNode }: FinalConnectionState,
      ) => {
        if (!fromHandle) {
          return;
        }
        if (toHandle) {
          const refusal = refusalOf(
            definition(),
            connectionBetween(fromHandle, toHandle),
          );
          if (refusal) {
            say(t(`builder.refusal.${refusal}`));
          }
          return;
        }
        const nodeId = fromHandle.nodeId;
        const wayOut = (fromHandle.id ?? undefined) as WayOut;
        const isOut = fromHandle.type === 'source';
        if (isOut && edgeBy(definition(), nodeId, wayOut)) {
          say(t('builder.refusal.taken'));
          return;
        }
        if (!toNode) {
          const { clientX: x, clientY: y } =
            'changedTouches' in event ? event.changedTouches[0] : event;
          openPicker.atPointer({ x, y }, at => {
            const left = at.x - NODE_WIDTH / 2;
            return isOut
              ? {
                  kind: 'after',
                  nodeId,
                  wayOut,
                  position: { x: left, y: at.y },
                }
              : {
                  kind: 'before',
                  nodeId,
                  position: { x: left, y: at.y - NODE_HEIGHT },
                };
          });
        }
      },
    };
  }, [store, connectSteps, openPicker, t, say]);
}
