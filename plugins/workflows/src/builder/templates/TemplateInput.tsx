import type { JsonValue } from '@backstage/types';
import type { ReactNode } from 'react';
import type { CodeAreaProps } from '../code/CodeAreaProps';
import { CodeField } from '../code/CodeField';
import { TemplatePreview } from '../preview/TemplatePreview';
import { useTemplateScope } from './TemplateScope';
import { TemplateWarnings } from './TemplateWarnings';
import { useTemplateHelp } from './useTemplateHelp';

/** A text whose templates are completed, judged and shown as they come out. */
export const TemplateInput = (
  props: Omit<CodeAreaProps, 'labelledBy' | 'suggest' | 'remarks'> & {
    label: string;
    help?: ReactNode;
    error?: string;
    /** In a URL each value stays one part of the path. */
    isUrl?: boolean;
    /** What is rendered, when that is not the text itself. */
    rendered?: JsonValue;
  },
) => {
  const { isUrl, rendered, ...field } = props;
  const { value, label, language } = field;
  const scope = useTemplateScope();
  const { suggest, remarks } = useTemplateHelp(language);
  return (
    <CodeField {...field} suggest={suggest} remarks={remarks}>
      <TemplateWarnings text={value} remarks={remarks} />
      {scope?.context && (
        <TemplatePreview
          label={label}
          value={language === 'json' ? rendered : value}
          context={scope.context}
          language={isUrl ? 'url' : language}
        />
      )}
    </CodeField>
  );
};
