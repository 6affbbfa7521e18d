import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import { Templates } from '@rjsf/material-ui';
import type {
  DescriptionFieldProps,
  FieldTemplateProps,
  ObjectFieldTemplateProps,
} from '@rjsf/utils';

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 0,
  },
  title: { marginBottom: theme.spacing(1.5), fontSize: 14 },
}));

const Description = ({ id, description }: DescriptionFieldProps) =>
  description ? <span id={id}>{description}</span> : null;

const FieldTemplate = Templates.FieldTemplate!;

/** Each field says where it is: see `focusField`. */
const Place = (props: FieldTemplateProps) => (
  <div data-place={props.id}>
    <FieldTemplate {...props} />
  </div>
);

/** Fields below one another. */
const ObjectFields = (props: ObjectFieldTemplateProps) => {
  const classes = useStyles();
  return (
    <fieldset className={classes.fields}>
      {props.title && (
        <FormLabel component="legend" className={classes.title}>
          {props.title}
        </FormLabel>
      )}
      {props.properties.map(property => property.content)}
    </fieldset>
  );
};

/** The schema's form in the inspector's own spacing. */
export const formTemplates = {
  DescriptionFieldTemplate: Description,
  FieldTemplate: Place,
  ObjectFieldTemplate: ObjectFields,
};
