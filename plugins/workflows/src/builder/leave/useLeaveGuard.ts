import { useContext, useEffect, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';
import { guardBackButton } from './guardBackButton';

type Leave = () => void;

/**
 * Asks before unsaved work is left: by a link or a program (the router's
 * navigator), by the back button, and by closing the page. Backstage's router
 * is no data router, so react-router's own blocker is not to be had.
 */
export function useLeaveGuard(isUnsaved: boolean) {
  const { navigator } = useContext(NavigationContext);
  const [leave, setLeave] = useState<Leave>();

  useEffect(() => {
    if (!isUnsaved) {
      return undefined;
    }
    const { push, replace } = navigator;
    const ask = (go: Leave) => setLeave(() => go);
    const guarded =
      (navigate: typeof push): typeof push =>
      (to, ...rest) =>
        ask(() => navigate.call(navigator, to, ...rest));
    navigator.push = guarded(push);
    navigator.replace = guarded(replace);
    const endBackGuard = guardBackButton(ask);
    const onBeforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      endBackGuard();
      window.removeEventListener('beforeunload', onBeforeUnload);
    };
  }, [isUnsaved, navigator]);

  return { leave, stay: () => setLeave(undefined) };
}
