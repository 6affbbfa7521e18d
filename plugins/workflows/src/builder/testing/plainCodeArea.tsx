import type { CodeAreaProps } from '../code/CodeAreaProps';

/** Stands for the editor where there is no browser to type into one. */
const PlainCodeArea = (props: CodeAreaProps) => (
  <textarea
    aria-labelledby={props.labelledBy}
    aria-describedby={props.describedBy}
    readOnly={props.readOnly}
    value={props.value}
    onChange={event => props.onChange(event.target.value)}
    onBlur={props.onBlur}
  />
);

export default PlainCodeArea;
