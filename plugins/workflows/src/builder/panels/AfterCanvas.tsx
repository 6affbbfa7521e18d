import type { PropsWithChildren } from 'react';
import { useIsPainted } from './useIsPainted';

/** What stands beside the canvas comes once the canvas is painted. */
export const AfterCanvas = ({ children }: PropsWithChildren<{}>) => (
  <>{useIsPainted() && children}</>
);
