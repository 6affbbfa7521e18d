import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { useTexts } from '../../texts';
import { useNodeSummary } from '../canvas/useNodeSummary';
import { useNodeTitle } from '../canvas/useNodeText';
import { useDefinition } from '../context/BuilderContext';
import { InspectorTheme } from '../inspector/InspectorTheme';
import { Field } from '../inspector/fields/Field';
import { outlineOf } from '../model/outline';
import { OutlineRow } from './OutlineRow';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(1.5),
    padding: theme.spacing(2),
  },
  list: {
    display: 'grid',
    gap: theme.spacing(0.5),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** The workflow as a list: each step with what follows on it, in words. */
export const Outline = () => {
  const classes = useStyles();
  const { t } = useTexts();
  const definition = useDefinition();
  const titleOf = useNodeTitle();
  const summary = useNodeSummary();
  const [query, setQuery] = useState('');
  const items = useMemo(() => outlineOf(definition), [definition]);
  const shown = items
    .map((item, index) => ({
      ...item,
      number: index + 1,
      title: titleOf(item.node),
      text:
        item.node.type === 'trigger'
          ? summary.ofTrigger(definition.trigger)
          : summary.ofNode(item.node.type, item.node.data),
    }))
    .filter(({ node, title, text }) =>
      `${title} ${text} ${node.id}`.toLowerCase().includes(query.toLowerCase()),
    );
  return (
    <InspectorTheme>
      <div className={classes.root}>
        <Typography variant="body2" color="textSecondary">
          {t('builder.outline.help')}
        </Typography>
        <Field
          type="search"
          label={t('builder.outline.search')}
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <ol className={classes.list} aria-label={t('builder.outline.label')}>
          {shown.map(item => (
            <OutlineRow key={item.node.id} {...item} />
          ))}
        </ol>
        {shown.length === 0 && (
          <Typography role="status" variant="body2" color="textSecondary">
            {t('builder.palette.nothing', { query })}
          </Typography>
        )}
      </div>
    </InspectorTheme>
  );
};
