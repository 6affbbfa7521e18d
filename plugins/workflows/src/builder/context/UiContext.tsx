import {
  type PropsWithChildren,
  createContext,
  useContext,
  useState,
} from 'react';
import { useStore } from 'zustand';
import {
  type UiState,
  type UiStore,
  createUiStore,
} from '../store/createUiStore';

const UiContext = createContext<UiStore | undefined>(undefined);

export const UiProvider = ({ children }: PropsWithChildren<{}>) => {
  const [ui] = useState(createUiStore);
  return <UiContext.Provider value={ui}>{children}</UiContext.Provider>;
};

export function useUiStore(): UiStore {
  const ui = useContext(UiContext);
  if (!ui) {
    throw new Error('The builder is used outside of its provider');
  }
  return ui;
}

/** A part of what one sees; renders again when that part changes. */
export function useUi<T>(selector: (state: UiState) => T): T {
  return useStore(useUiStore(), selector);
}
