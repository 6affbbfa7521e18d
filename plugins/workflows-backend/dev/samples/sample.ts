import type { CreateWorkflowRequest } from 'backstage-plugin-workflows-common';

/** A sample workflow whose webhooks go below the receiver's URL. */
export type Sample = (receiverUrl: string) => CreateWorkflowRequest;

const ROW_HEIGHT = 128;
const LANE_WIDTH = 160;

/** Where a node stands on the canvas: rows go down, lanes go left and right. */
export function position(row: number, lane: number) {
  return { x: lane * LANE_WIDTH, y: row * ROW_HEIGHT };
}
