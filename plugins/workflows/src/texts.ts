import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workflowsTranslationRef } from './translation';

type Messages = typeof workflowsTranslationRef.T;

/** What a text is asked for by; of a plural, what its forms have in common. */
export type TextKey = {
  [Key in keyof Messages]: Key extends `${infer Base}_${'one' | 'other'}`
    ? Base
    : Key;
}[keyof Messages];

type Names<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

/** The names that stand in braces in a text, and what makes it a plural. */
type ValueNames = {
  [Key in TextKey]: Key extends keyof Messages
    ? Names<Messages[Key]>
    : 'count' | Names<Messages[`${Key}_other` & keyof Messages]>;
};

type Values<Name extends string> = {
  [Each in Name]: Each extends 'count' ? number : string;
};

/** Gives a text; what stands in braces in it has to be given. */
export type Translate = <Key extends TextKey>(
  key: Key,
  ...values: [ValueNames[Key]] extends [never] ? [] : [Values<ValueNames[Key]>]
) => string;

/**
 * The plugin's texts in the portal's language. The type of Backstage's own hook
 * goes over all texts at every call, which took most of the time of a type check.
 */
export function useTexts(): { t: Translate } {
  return useTranslationRef(workflowsTranslationRef) as unknown as {
    t: Translate;
  };
}
