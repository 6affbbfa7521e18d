import type { PropsWithChildren } from 'react';
import { useUi } from '../../context/UiContext';
import { nodeNameId } from '../../model/flow';
import { useNodeLook } from './NodeLookContext';
import { PathBadge } from '../../path/PathBadge';
import { isDimmed } from '../../path/CanvasPath';
import { useNodeOnPath } from '../../path/PathContext';
import { ProblemBadge } from './ProblemBadge';
import { RenameField } from './RenameField';
import { stepSymbolId } from './StepSymbols';

/**
 * How every step looks: sign, title, one line, and a badge when something is
 * wrong. From afar it is a box in its colour.
 */
export const NodeCard = (
  props: PropsWithChildren<{
    id: string;
    kind: string;
    title: string;
    summary: string;
    selected?: boolean;
  }>,
) => {
  const { classes, colorOf, isFar } = useNodeLook();
  const { id, kind, title, summary, selected, children } = props;
  const on = useNodeOnPath(id);
  const isRenaming = useUi(({ renaming }) => renaming === id);
  const isBox = isFar && !isRenaming;
  const color = colorOf(kind);
  return (
    <div
      className={[
        classes.card,
        isBox && classes.far,
        selected && classes.selected,
        isDimmed(on) && classes.dimmed,
      ]
        .filter(Boolean)
        .join(' ')}
      style={isBox ? { background: color } : undefined}
      data-testid={`node-${id}`}
    >
      {isBox ? (
        <span role="img" id={nodeNameId(id)} aria-label={title} />
      ) : (
        <>
          <span className={classes.icon} style={{ color }}>
            <svg width={20} height={20} fill="currentColor" aria-hidden>
              <use href={`#${stepSymbolId(kind)}`} />
            </svg>
          </span>
          <div className={classes.text} id={nodeNameId(id)}>
            {isRenaming ? (
              <RenameField id={id} title={title} />
            ) : (
              <div className={classes.title} title={title}>
                {title}
              </div>
            )}
            <div className={classes.summary} title={summary}>
              {summary}
            </div>
          </div>
        </>
      )}
      {on && <PathBadge nodeId={id} on={on} />}
      <ProblemBadge nodeId={id} />
      {children}
    </div>
  );
};
