import { RESOLVED_BY } from '../incident/entityResolution';
import { INCIDENT_STATUSES } from '../incident/types';
import {
  type FieldDescriptor,
  type FieldType,
  operatorsFor,
} from './descriptor';

function field(
  path: string,
  type: FieldType,
  title: string,
  description: string,
  more: Partial<FieldDescriptor> = {},
): FieldDescriptor {
  return {
    path,
    type,
    title,
    description,
    operators: operatorsFor(type),
    watchable: false,
    open: false,
    ...more,
  };
}

const watchable = { watchable: true };
const open = { open: true };

/**
 * The fields that every incident may have, whoever sent it. Below those that are
 * open there is more, which only the incidents themselves know.
 *
 * @public
 */
export const KNOWN_FIELDS: readonly FieldDescriptor[] = [
  field('status', 'text', 'Status', 'How the incident stands.', {
    ...watchable,
    oneOf: [...INCIDENT_STATUSES],
  }),
  field('severity', 'text', 'Severity', 'As the sender spells it.', watchable),
  field('priority', 'text', 'Priority', 'As the sender spells it.', watchable),
  field('title', 'text', 'Title', 'What happened, in a line.', watchable),
  field('description', 'text', 'Description', 'What happened.', watchable),
  field(
    'service',
    'text',
    'Service',
    "The sender's name of the affected service.",
    watchable,
  ),
  field('team', 'text', 'Team', "The sender's name of the team.", watchable),
  field('assignee', 'text', 'Assignee', 'Who takes care of it.', watchable),
  field('url', 'text', 'URL', 'Where the sender shows it.', watchable),
  field(
    'labels',
    'object',
    'Labels',
    'Names and values that the sender gave.',
    {
      ...watchable,
      ...open,
    },
  ),
  field('metadata', 'object', 'Further fields', "The source's own fields.", {
    ...watchable,
    ...open,
  }),
  field(
    'sourceId',
    'text',
    'Source',
    'The configured source that reported it.',
  ),
  field('incidentKey', 'text', 'Key', "The incident's id at the source."),
  field(
    'episode',
    'number',
    'Episode',
    'How many times it has been opened; 1 for the first time.',
  ),
  field('startedAt', 'time', 'Began', 'When the episode began.'),
  field('resolvedAt', 'time', 'Ended', 'When the episode ended.'),
  field('createdAt', 'time', 'First heard of', 'When it became known here.'),
  field('updatedAt', 'time', 'Last heard of', 'When it last changed here.'),
  field('entityRef', 'text', 'Entity', 'Ref of the catalog entity.'),
  field('ownerRef', 'text', 'Owner', "Ref of the entity's owner."),
  field('systemRef', 'text', 'System', 'Ref of the system it is part of.'),
  field(
    'entityResolution.resolvedBy',
    'text',
    'How the entity was found',
    'Absent when there is none.',
    { oneOf: [...RESOLVED_BY] },
  ),
  field(
    'entity',
    'object',
    'Entity',
    'The entity as the catalog has it.',
    open,
  ),
  field('entity.kind', 'text', "Entity's kind", 'For example Component.'),
  field('entity.owner', 'text', "Entity's owner", 'By its relation.'),
  field('entity.system', 'text', "Entity's system", 'By its relation.'),
  field('entity.domain', 'text', "Entity's domain", "Its system's domain."),
  field('entity.metadata.name', 'text', "Entity's name", 'In the catalog.'),
  field('entity.metadata.tags', 'list', "Entity's tags", 'In the catalog.'),
  field(
    'entity.metadata.labels',
    'object',
    "Entity's labels",
    'In the catalog.',
    open,
  ),
  field('entity.spec.type', 'text', "Entity's type", 'For example service.'),
  field(
    'entity.spec.lifecycle',
    'text',
    "Entity's lifecycle",
    'For example production.',
  ),
];

/** Names that conditions may begin with and that are not described. */
const OTHER_ROOTS = [
  'id',
  'steps',
  'statusSince',
  'entityAnnotations',
  'entityByHand',
  'entityResolution',
];

/**
 * Whether a condition's field can be there: one that is known, or below one that
 * is open. A field that is not has a typing mistake.
 *
 * @public
 */
export function isKnownField(path: string): boolean {
  return (
    OTHER_ROOTS.includes(path.split('.')[0]) ||
    KNOWN_FIELDS.some(
      known =>
        path === known.path ||
        (known.open && path.startsWith(`${known.path}.`)),
    )
  );
}
