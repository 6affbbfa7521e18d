import { z } from 'zod';
import { bearerSchema, oauth2Schema } from './auth';
import { requireFields } from './requireFields';
import { secretRefSchema } from './secretRef';

/** @public */
export const LINEAR_OPERATIONS = ['createIssue', 'comment'] as const;

/** @public */
export const LINEAR_PRIORITIES = [
  'none',
  'urgent',
  'high',
  'medium',
  'low',
] as const;

/** @public */
export const linearConfigSchema = z
  .strictObject({
    operation: z.enum(LINEAR_OPERATIONS).meta({
      title: 'Operation',
      description: 'Create an issue, or comment on one.',
    }),
    auth: z
      .discriminatedUnion('type', [
        z
          .strictObject({
            type: z.literal('apiKey'),
            key: secretRefSchema.meta({ title: 'API key' }),
          })
          .meta({ title: 'API key' }),
        bearerSchema,
        oauth2Schema,
      ])
      .meta({
        title: 'Authentication',
        description:
          'A personal API key, or an OAuth application’s access token or client credentials.',
      }),
    teamId: z
      .string()
      .min(1)
      .meta({
        title: 'Team id',
        description: 'Of the new issue: the team’s UUID.',
      })
      .optional(),
    title: z
      .string()
      .min(1)
      .meta({
        title: 'Title',
        description:
          'Of the new issue. Made one line, and cut after 255 characters.',
      })
      .optional(),
    description: z
      .string()
      .meta({
        title: 'Description',
        description: 'Of the new issue, in Markdown.',
        'x-workflows-field': 'markdown',
      })
      .optional(),
    priority: z
      .string()
      .meta({
        title: 'Priority',
        description:
          'Of the new issue: none, urgent, high, medium or low, or Linear’s number for it, 0 to 4.',
      })
      .optional(),
    labelIds: z
      .array(z.string())
      .max(50)
      .meta({
        title: 'Label ids',
        description: 'Of the new issue: the labels’ UUIDs.',
      })
      .optional(),
    assigneeId: z
      .string()
      .meta({
        title: 'Assignee id',
        description: 'Of the new issue: the user’s UUID.',
      })
      .optional(),
    stateId: z
      .string()
      .meta({
        title: 'State id',
        description:
          'Of the new issue: the UUID of one of the team’s states; its default one unless set.',
      })
      .optional(),
    projectId: z
      .string()
      .meta({
        title: 'Project id',
        description: 'Of the new issue: the project’s UUID.',
      })
      .optional(),
    issue: z
      .string()
      .min(1)
      .meta({
        title: 'Issue',
        description:
          'The issue to comment on, by its identifier, for example ENG-12, or its UUID.',
      })
      .optional(),
    comment: z
      .string()
      .min(1)
      .meta({
        title: 'Comment',
        description: 'In Markdown.',
        'x-workflows-field': 'markdown',
      })
      .optional(),
  })
  .superRefine(
    requireFields('operation', {
      createIssue: ['teamId', 'title'],
      comment: ['issue', 'comment'],
    }),
  );

/** @public */
export type LinearConfig = z.infer<typeof linearConfigSchema>;
