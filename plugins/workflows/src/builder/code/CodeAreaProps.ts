/** A stretch of the text about which something is said. */
export interface CodeRemark {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

/** Something that may be typed at the cursor. */
export interface CodeSuggestion {
  label: string;
  /** What is written; the label unless set. */
  apply?: string;
  detail?: string;
  info?: string;
  kind: 'field' | 'filter';
  /** From -99 to 99; of those that fit alike the higher comes first. */
  boost?: number;
}

export interface CodeAreaProps {
  value: string;
  /** The text is one line, JSON, or just text. */
  language: 'line' | 'text' | 'json';
  /** The id of the element that names it. */
  labelledBy: string;
  describedBy?: string;
  required?: boolean;
  invalid?: boolean;
  readOnly?: boolean;
  minLines?: number;
  maxLines?: number;
  onChange: (value: string) => void;
  onBlur?: () => void;
  /** What may stand at a place of the text, and where that begins. */
  suggest?: (
    text: string,
    at: number,
  ) => { from: number; suggestions: CodeSuggestion[] } | undefined;
  remarks?: (text: string) => CodeRemark[];
}
