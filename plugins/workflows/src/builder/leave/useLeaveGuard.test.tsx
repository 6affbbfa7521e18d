import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { BrowserRouter, useLocation, useNavigate } from 'react-router-dom';
import { useLeaveGuard } from './useLeaveGuard';

const wrapper = ({ children }: PropsWithChildren<{}>) => (
  <BrowserRouter>{children}</BrowserRouter>
);

function open(isUnsaved: boolean) {
  window.history.replaceState(null, '', '/builder');
  return renderHook(
    props => ({
      guard: useLeaveGuard(props.isUnsaved),
      navigate: useNavigate(),
      path: useLocation().pathname,
    }),
    { wrapper, initialProps: { isUnsaved } },
  );
}

const popped = () =>
  new Promise(resolve =>
    window.addEventListener('popstate', resolve, { once: true }),
  );

describe('useLeaveGuard', () => {
  it('lets go what is saved', () => {
    const { result } = open(false);
    act(() => result.current.navigate('/elsewhere'));
    expect(result.current.path).toBe('/elsewhere');
  });

  it('asks before a link is followed, and follows it when told to', () => {
    const { result } = open(true);
    act(() => result.current.navigate('/elsewhere'));
    expect(result.current.path).toBe('/builder');
    act(() => result.current.guard.leave!());
    expect(result.current.path).toBe('/elsewhere');
  });

  it('asks before going back, and stays at the address meanwhile', async () => {
    window.history.pushState(null, '', '/before');
    window.history.pushState(null, '', '/builder');
    const { result } = open(true);
    await act(async () => {
      window.history.back();
      await popped();
    });
    expect(window.location.pathname).toBe('/builder');
    expect(result.current.guard.leave).toBeDefined();
  });

  it('asks before the page is closed, until it is saved', () => {
    const { rerender } = open(true);
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(close()).toBe(true);
    rerender({ isUnsaved: false });
    expect(close()).toBe(false);
  });
});
