import type { Handle } from '@xyflow/react';
import type { Connection } from '../model/canConnect';
import type { WayOut } from '../model/waysOut';

type End = Pick<Handle, 'nodeId' | 'id' | 'type'>;

/** A connection may be drawn from either of its ends. */
export function connectionBetween(from: End, to: End): Connection {
  const [source, target] = from.type === 'source' ? [from, to] : [to, from];
  return {
    source: source.nodeId,
    target: target.nodeId,
    sourceHandle: (source.id ?? undefined) as WayOut,
  };
}
