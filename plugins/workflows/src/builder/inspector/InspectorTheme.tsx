import { type Theme, ThemeProvider } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';
import { errorText } from '../theme/errorText';

const FIELDS = {
  MuiTextField: { variant: 'outlined', size: 'small' },
  MuiAutocomplete: { size: 'small' },
} as const;

const withFields = (theme: Theme): Theme => ({
  ...theme,
  props: { ...theme.props, ...FIELDS },
  palette: {
    ...theme.palette,
    error: { ...theme.palette.error, main: errorText(theme) },
  },
});

/** One look for every field, those that the schema's form draws included. */
export const InspectorTheme = ({ children }: PropsWithChildren<{}>) => (
  <ThemeProvider theme={withFields}>{children}</ThemeProvider>
);
