/**
 * A template that could not be rendered, with the place of the leaf.
 *
 * @public
 */
export class TemplateError extends Error {
  /** The leaf's place in the config, for example `body.fields.0.title`. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(path ? `${path}: ${message}` : message);
    this.name = 'TemplateError';
    this.path = path;
  }
}
