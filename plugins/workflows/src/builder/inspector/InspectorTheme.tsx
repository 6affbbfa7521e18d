import { type Theme, ThemeProvider } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const FIELDS = {
  MuiTextField: { variant: 'outlined', size: 'small' },
  MuiAutocomplete: { size: 'small' },
} as const;

const withFields = (theme: Theme): Theme => ({
  ...theme,
  props: { ...theme.props, ...FIELDS },
});

/** One look for every field, those that the schema's form draws included. */
export const InspectorTheme = ({ children }: PropsWithChildren<{}>) => (
  <ThemeProvider theme={withFields}>{children}</ThemeProvider>
);
