import { useDefinition } from '../../context/BuilderContext';
import { kindOf } from '../../model/nodeTemplate';
import { stepLook } from './stepLook';

/** The id of the sign of a kind of step, for `<use>`. */
export const stepSymbolId = (kind: string) =>
  `workflow-step-${kind.replace(/[^a-z0-9]/gi, '-')}`;

/**
 * The signs of all steps, once. A component for each node's icon would take a
 * good part of the time in which a large workflow opens.
 */
export const StepSymbols = () => {
  const { nodes } = useDefinition();
  const kinds = new Set(nodes.map(kindOf));
  return (
    <svg width={0} height={0} style={{ position: 'absolute' }} aria-hidden>
      {[...kinds].map(kind => {
        const { Icon } = stepLook(kind);
        return (
          <symbol key={kind} id={stepSymbolId(kind)} viewBox="0 0 24 24">
            <Icon width={24} height={24} />
          </symbol>
        );
      })}
    </svg>
  );
};
