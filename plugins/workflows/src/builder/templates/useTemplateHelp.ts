import { useCallback } from 'react';
import { useTexts } from '../../texts';
import type { CodeAreaProps, CodeRemark } from '../code/CodeAreaProps';
import { suggestionsAt } from './suggestionsAt';
import { useTemplateScope } from './TemplateScope';
import { unknownPaths } from './unknownPaths';

/** What an editor offers while a template is typed, and what it warns of. */
export function useTemplateHelp(language: CodeAreaProps['language']) {
  const { t } = useTexts();
  const paths = useTemplateScope()?.paths;
  const suggest = useCallback(
    (text: string, at: number) =>
      paths && suggestionsAt(text, at, paths, language),
    [paths, language],
  );
  const remarks = useCallback(
    (text: string): CodeRemark[] =>
      unknownPaths(text, paths ?? []).map(
        ({ from, to, kind, path, instead }) => ({
          from,
          to,
          severity: 'warning',
          message: instead
            ? t(`inspector.template.${kind}Instead`, { path, instead })
            : t(`inspector.template.${kind}`, { path }),
        }),
      ),
    [paths, t],
  );
  return { suggest, remarks };
}
