import { createContext, useContext } from 'react';
import { type StoreApi, createStore, useStore } from 'zustand';
import type { CanvasPath, EdgeOnPath, NodeOnPath } from './CanvasPath';

/** The path that the canvas shows, if any. */
export type PathStore = StoreApi<{ path?: CanvasPath }>;

export function createPathStore(): PathStore {
  return createStore<{ path?: CanvasPath }>()(() => ({}));
}

// A canvas of its own shows no path.
const PathContext = createContext(createPathStore());
export const PathProvider = PathContext.Provider;

/** How the path shows a node; renders again when that changes. */
export function useNodeOnPath(id: string): NodeOnPath | undefined {
  return useStore(useContext(PathContext), ({ path }) => path?.nodes.get(id));
}

/** Whether the path goes along an edge; renders again when that changes. */
export function useEdgeOnPath(id: string): EdgeOnPath | undefined {
  return useStore(useContext(PathContext), ({ path }) => path?.edges.get(id));
}
