import { MarkdownContent } from '@backstage/core-components';
import { alpha, makeStyles } from '@material-ui/core/styles';
import { type NodeProps, NodeResizer } from '@xyflow/react';
import { memo } from 'react';
import {
  useBuilderEnvironment,
  useEditDefinition,
} from '../../context/BuilderContext';
import { useUi } from '../../context/UiContext';
import { type NoteFlowNode, nodeNameId } from '../../model/flow';
import { snap } from '../../model/geometry';
import { updateNote } from '../../model/operations/notes';
import { useNodeLook } from '../nodes/NodeLookContext';
import { NoteEditor } from './NoteEditor';
import { noteColor } from './noteColor';

const useStyles = makeStyles(theme => ({
  note: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: theme.spacing(1, 1.5),
    overflow: 'hidden',
    fontFamily: theme.typography.fontFamily,
    fontSize: 14,
    color: theme.palette.text.primary,
    border: '1px solid',
    borderRadius: 8,
    overflowWrap: 'anywhere',
    '& p, & ul, & ol': { margin: theme.spacing(0.5, 0) },
    '& h1, & h2, & h3': {
      margin: theme.spacing(0.5, 0),
      fontSize: 16,
      lineHeight: '24px',
    },
    '& a': {
      color: theme.palette.text.primary,
      textDecoration: 'underline',
    },
  },
  selected: { boxShadow: `0 0 0 2px ${theme.palette.primary.main}` },
  empty: { color: theme.palette.text.secondary },
}));

const MIN = { minWidth: 96, minHeight: 48 };

/** Markdown on the canvas, for people who come later. */
export const NoteNode = memo(
  ({ id, data, selected }: NodeProps<NoteFlowNode>) => {
    const classes = useStyles();
    const { t } = useNodeLook();
    const { editable } = useBuilderEnvironment();
    const edit = useEditDefinition();
    const isEditing = useUi(({ renaming }) => renaming === id);
    const color = noteColor(data.color);
    return (
      <>
        <NodeResizer
          {...MIN}
          isVisible={editable && selected && !isEditing}
          onResizeEnd={(_, { x, y, width, height }) =>
            edit(definition =>
              updateNote(definition, id, {
                position: { x: snap(x), y: snap(y) },
                size: {
                  width: Math.max(MIN.minWidth, snap(width)),
                  height: Math.max(MIN.minHeight, snap(height)),
                },
              }),
            )
          }
        />
        <div
          className={`${classes.note} ${selected ? classes.selected : ''}`}
          style={{ background: alpha(color, 0.16), borderColor: color }}
          data-testid={`node-${id}`}
          id={nodeNameId(id)}
        >
          {isEditing && <NoteEditor note={data} />}
          {!isEditing && data.text.trim() !== '' && (
            <MarkdownContent content={data.text} dialect="gfm" />
          )}
          {!isEditing && data.text.trim() === '' && (
            <span className={classes.empty}>{t('builder.note.empty')}</span>
          )}
        </div>
      </>
    );
  },
);
