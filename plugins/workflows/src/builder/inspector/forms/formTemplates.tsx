import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DescriptionFieldProps,
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
  ObjectFieldTemplate: ObjectFields,
};
