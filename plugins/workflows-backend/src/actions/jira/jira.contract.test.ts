import Ajv from 'ajv-draft-04';
import type { JsonObject } from '@backstage/types';
import type {
  EgressResponse,
  WorkflowAction,
} from 'backstage-plugin-workflows-node';
import fc from 'fast-check';
import { prepared, sendingContext } from '../testing/actionContext';
import { describeContract } from '../testing/contracts';
import { Prism } from '../testing/prism';
import { jiraAction } from './jiraAction';
import { toAdf } from './markup/toAdf';

const MARKDOWN = `# {{ not rendered again }}

**Bold**, _italics_, ~~old~~, \`code\` and [a **link**](https://x.example/?a=b&c)

- one
  1. two
     > quoted in a list

     ## Heading in a list
- [ ] three

> quoted
> > twice
>
> | in | quote |
> | -- | ----- |
> | a  |       |

| a | b |
| - | - |
| \`c\` | ![d](https://x.example/d.png) |

\`\`\`
\`\`\`

---
<b>html</b>`;

/** The example of an issue in the description has no status, which every issue has. */
function withStatus(answer: EgressResponse): EgressResponse {
  const body = answer.body && JSON.parse(answer.body);
  if (body?.fields) {
    body.fields.status = { name: 'Open' };
  }
  return { ...answer, body: body && JSON.stringify(body) };
}

describeContract(
  'Jira’s own OpenAPI description',
  ['jira-cloud-v3.openapi.json', 'adf-v1.full.schema.json'],
  read => {
    let prism: Prism;
    beforeAll(async () => {
      prism = await Prism.start(read('jira-cloud-v3.openapi.json'));
    }, 120_000);
    afterAll(() => prism?.stop());

    const fitsAdf = new Ajv({ strict: false }).compile(
      JSON.parse(read('adf-v1.full.schema.json')),
    );

    const config = (more: JsonObject): JsonObject => ({
      baseUrl: prism.url,
      auth: { type: 'basic', username: 'a', password: { secret: 'JIRA' } },
      ...more,
    });

    const ISSUE = {
      operation: 'createIssue',
      project: 'OPS',
      issueType: 'Bug',
      summary: 'Checkout\nis down',
      description: MARKDOWN,
      labels: ['two words', '', 'urgent'],
      priority: 'High',
      assignee: '5b10a2844c20165700ede21g',
      fields: { customfield_10010: { value: 'red' }, duedate: '2026-11-30' },
    };
    const COMMENT = { operation: 'comment', issue: 'OPS-1', comment: MARKDOWN };
    const TRANSITION = {
      operation: 'transition',
      issue: 'OPS-1',
      transition: 'Close Issue',
    };

    /** The action's requests; a violation is an answer of Prism’s that it throws. */
    async function send(step: 'run' | 'probe', more: JsonObject) {
      const action: WorkflowAction = jiraAction;
      const context = sendingContext(prepared(action, config(more)), {
        sinceSentMs: 3_600_000,
      });
      const { fetch } = context.egress;
      context.egress.fetch = async (request, init) =>
        withStatus(await fetch(request, init));
      await action[step]!(context);
      expect(context.sent.length).toBeGreaterThan(0);
      return context.sent;
    }

    it.each([
      ['an issue with all fields', ISSUE],
      [
        'an issue with few fields',
        {
          ...ISSUE,
          description: undefined,
          labels: undefined,
          fields: undefined,
          priority: undefined,
          assignee: undefined,
        },
      ],
      ['a comment', COMMENT],
    ])('takes %s, whose text is a document by its schema', async (_, more) => {
      const [{ request, response }] = await send('run', more);
      expect(response.status).toBe(201);
      const sent = JSON.parse(request.body!);
      const document = sent.body ?? sent.fields.description;
      expect([
        document === undefined || fitsAdf(document),
        fitsAdf.errors,
      ]).toEqual([true, null]);
    });

    it('takes a transition with what it asks before', async () => {
      const sent = await send('run', TRANSITION);
      expect(sent.map(({ response }) => response.status)).toEqual([
        200, 200, 204,
      ]);
    });

    it.each([
      ['an issue', ISSUE],
      ['a comment', COMMENT],
      ['a transition', TRANSITION],
    ])('takes the look for %s', async (_, more) => {
      for (const { response } of await send('probe', more)) {
        expect(response.status).toBe(200);
      }
    });

    it('refuses what does not fit', async () => {
      const request = prepared<any>(jiraAction, config(ISSUE));
      const context = sendingContext({ ...request, body: '{"fields":"none"}' });
      await expect(jiraAction.run(context)).rejects.toThrow('answered 4');
    });

    it('has a document for whatever is written', () => {
      const piece = fc.constantFrom(
        '# ',
        '> ',
        '- ',
        '1. ',
        '\n',
        '\n\n',
        '  \n',
        '    ',
        '```',
        '`',
        '**',
        '_',
        '~~',
        '[',
        '](https://x.example)',
        '![',
        '](x)',
        '|',
        '|\n|-|-|\n',
        '---\n',
        'a',
        ' b ',
        '<b>',
        '\\',
        '&amp;',
        '\u0000',
        '\ud800',
        '- [ ] ',
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
          const text = pieces.join('');
          expect([text, fitsAdf(toAdf(text))]).toEqual([text, true]);
        }),
        { numRuns: 500 },
      );
    });
  },
);
