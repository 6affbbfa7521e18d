import type { OrderedIncidentEvent } from 'backstage-plugin-workflows-common';
import { byIncident } from './byIncident';

/**
 * The events of a delivery in pieces of at most so many, those of one incident
 * one after the other in their order. At least one piece, if an empty one.
 */
export function toPieces(
  events: readonly OrderedIncidentEvent[],
  size: number,
): OrderedIncidentEvent[][] {
  const inOrder = byIncident(events).flatMap(([, group]) => group);
  const pieces = [inOrder.slice(0, size)];
  for (let at = size; at < inOrder.length; at += size) {
    pieces.push(inOrder.slice(at, at + size));
  }
  return pieces;
}
