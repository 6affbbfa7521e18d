/**
 * Hears of the back button before anything is left. The browser tells of going
 * back only afterwards, and the router hears it first; so a second entry for
 * the same address lies on top, and going back only takes that one away.
 *
 * @param ask - gets what really goes back; until that is called nothing is left
 * @returns ends the watch and takes the entry away
 */
export function guardBackButton(ask: (leave: () => void) => void): () => void {
  const { history } = window;
  let isLeaving = false;
  const cover = () => {
    const { state } = history;
    const idx = (state?.idx ?? 0) + 1;
    history.pushState({ ...state, idx, isCover: true }, '');
  };
  const onPopState = () => {
    if (!isLeaving && !history.state?.isCover) {
      cover();
      ask(() => {
        isLeaving = true;
        history.go(-2);
      });
    }
  };
  cover();
  window.addEventListener('popstate', onPopState);
  return () => {
    window.removeEventListener('popstate', onPopState);
    // Not when the person is elsewhere by now.
    if (!isLeaving && history.state?.isCover) {
      history.back();
    }
  };
}
