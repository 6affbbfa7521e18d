import type { Theme } from '@material-ui/core/styles';

/** How good or bad something is; each tone has a colour of the theme. */
export type Tone = 'ok' | 'error' | 'warning' | 'info' | 'neutral';

/** The tone's colour for icons and lines: dark enough on light, light enough on dark. */
export function toneColor(theme: Theme, tone: Tone): string {
  if (tone === 'neutral') {
    return theme.palette.text.secondary;
  }
  const name = tone === 'ok' ? 'success' : tone;
  const color = theme.palette[name];
  return theme.palette.type === 'dark' ? color.light : color.dark;
}
