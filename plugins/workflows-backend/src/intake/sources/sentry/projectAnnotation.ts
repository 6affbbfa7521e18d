import { said } from '../said';

/** By the annotation of Sentry's Backstage plugin. */
export function projectAnnotation(slug: string | undefined) {
  return said({ entityAnnotations: said({ 'sentry.io/project-slug': slug }) });
}
