import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import blue from '@material-ui/core/colors/blue';
import brown from '@material-ui/core/colors/brown';
import green from '@material-ui/core/colors/green';
import orange from '@material-ui/core/colors/orange';
import purple from '@material-ui/core/colors/purple';
import { type Theme, alpha } from '@material-ui/core/styles';
import { TEMPLATE_CLASS } from './templateMarks';

const LINE = 20;
const PADDING = 9;

/** The portal's colours and the size of a field. */
export function codeLook(
  theme: Theme,
  size: {
    minLines?: number;
    maxLines?: number;
    language: 'line' | 'text' | 'json';
  },
): Extension {
  const { palette } = theme;
  const isDark = palette.type === 'dark';
  const shade = (
    hue: Record<200 | 800 | 900, string>,
    light: 800 | 900 = 800,
  ) => hue[isDark ? 200 : light];
  const height = (lines: number) => `${lines * LINE + 2 * PADDING}px`;
  const { minLines = 1, maxLines } = size;
  return [
    EditorView.theme(
      {
        '&': {
          fontSize: '13px',
          color: palette.text.primary,
          backgroundColor: 'transparent',
        },
        '&.cm-focused': { outline: 'none' },
        '.cm-scroller': {
          fontFamily:
            size.language === 'text'
              ? theme.typography.fontFamily ?? 'inherit'
              : 'monospace',
          lineHeight: `${LINE}px`,
          ...(maxLines && { maxHeight: height(maxLines) }),
        },
        '.cm-content': {
          padding: `${PADDING}px 0`,
          minHeight: height(minLines),
          caretColor: palette.text.primary,
        },
        '.cm-line': { padding: '0 14px', overflowWrap: 'anywhere' },
        [`.${TEMPLATE_CLASS}, .${TEMPLATE_CLASS} span`]: {
          color: isDark ? purple[100] : purple[800],
        },
        [`.${TEMPLATE_CLASS}`]: {
          backgroundColor: alpha(purple[400], isDark ? 0.15 : 0.1),
          borderRadius: '3px',
        },
        '.cm-tooltip': {
          zIndex: String(theme.zIndex.tooltip),
          color: palette.text.primary,
          backgroundColor: palette.background.paper,
          border: `1px solid ${palette.divider}`,
          borderRadius: '4px',
          boxShadow: theme.shadows[4],
        },
        '.cm-tooltip.cm-tooltip-autocomplete > ul': {
          maxHeight: 'none',
          overflow: 'hidden',
          fontFamily: 'monospace',
        },
        '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
          display: 'flex',
          justifyContent: 'space-between',
          gap: '16px',
          padding: '4px 12px',
        },
        '.cm-tooltip-autocomplete ul li[aria-selected]': {
          color: palette.primary.contrastText,
          backgroundColor: palette.primary.main,
        },
        '.cm-completionDetail': {
          marginLeft: 0,
          fontFamily: theme.typography.fontFamily ?? 'inherit',
          fontStyle: 'normal',
        },
        '.cm-completionMatchedText': {
          fontWeight: '700',
          textDecoration: 'none',
        },
        '.cm-tooltip.cm-completionInfo': {
          maxWidth: '280px',
          padding: '8px 12px',
          whiteSpace: 'pre-line',
          fontFamily: theme.typography.fontFamily ?? 'inherit',
        },
        '.cm-diagnostic': {
          fontFamily: theme.typography.fontFamily ?? 'inherit',
        },
      },
      { dark: isDark },
    ),
    syntaxHighlighting(
      HighlightStyle.define([
        { tag: tags.propertyName, color: shade(blue) },
        { tag: tags.string, color: shade(green, 900) },
        { tag: tags.number, color: isDark ? orange[200] : brown[700] },
        {
          tag: [tags.bool, tags.null],
          color: isDark ? orange[200] : brown[700],
        },
      ]),
    ),
  ];
}
