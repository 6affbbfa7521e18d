import type { NodeProps, NodeTypes } from '@xyflow/react';
import { type ComponentType, Profiler } from 'react';
import { nodeTypes as ours } from '../src/builder/canvas/nodes/nodeTypes';

declare global {
  interface Window {
    /** How often each node rendered, by its id. */
    renders: Map<string, number>;
  }
}
window.renders = new Map();

const count = (id: string) =>
  window.renders.set(id, (window.renders.get(id) ?? 0) + 1);

/** The builder's nodes, each counted by React's profiler. */
export const nodeTypes: NodeTypes = Object.fromEntries(
  Object.entries(ours).map(([type, Node]) => {
    const Inner = Node as ComponentType<NodeProps>;
    const Profiled = (props: NodeProps) => (
      <Profiler id={props.id} onRender={count}>
        <Inner {...props} />
      </Profiler>
    );
    return [type, Profiled];
  }),
);
