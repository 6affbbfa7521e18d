import red from '@material-ui/core/colors/red';
import type { Theme } from '@material-ui/core/styles';

/** What is wrong, in words: the theme's own red is too pale for small text. */
export const errorText = ({ palette }: Theme): string =>
  palette.type === 'dark' ? red[200] : palette.error.dark;
