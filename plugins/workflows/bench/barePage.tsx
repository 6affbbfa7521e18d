import '@xyflow/react/dist/style.css';
import {
  ReactFlow,
  ReactFlowProvider,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import ReactDOM from 'react-dom/client';
import { largeDefinition } from './definition';
import { installMeasures } from './measures';

/** React Flow as its documentation begins: default nodes, and nothing else. */
const Bare = ({ count }: { count: number }) => {
  const definition = largeDefinition(count);
  const [nodes, , onNodesChange] = useNodesState(
    definition.nodes.map(({ id, position }) => ({
      id,
      position,
      data: { label: id },
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState(
    definition.edges.map(({ id, source, target }) => ({ id, source, target })),
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      minZoom={0.05}
      fitView
    />
  );
};

const container = document.getElementById('root')!;
container.style.height = '100vh';
let root = ReactDOM.createRoot(container);

const show = (count: number) => {
  root.unmount();
  root = ReactDOM.createRoot(container);
  root.render(
    <ReactFlowProvider>
      <Bare count={count} />
    </ReactFlowProvider>,
  );
};

installMeasures(show);
show(1);
