import type { JsonObject } from '@backstage/types';
import { type MarkdownNode, linkTarget, parseMarkdown } from './parseMarkdown';

/** Which nodes may stand in a block; Jira refuses a document that breaks its schema. */
interface Place {
  heading?: boolean;
  quote?: boolean;
  rule?: boolean;
  table?: boolean;
}

const DOCUMENT: Place = { heading: true, quote: true, rule: true, table: true };
const INSIDE: Place = {};

/**
 * Markdown as an Atlassian document. What may not stand where it does is shown
 * by something that may: a heading in a list item by bold text, a quote in a
 * quote by its content. So every text gives a document that fits the schema.
 *
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function toAdf(markdown: string): JsonObject {
  const content = blocks(parseMarkdown(markdown), DOCUMENT);
  return {
    type: 'doc',
    version: 1,
    content: content.length > 0 ? content : [paragraph([])],
  };
}

function blocks(nodes: readonly MarkdownNode[], place: Place): JsonObject[] {
  return nodes.flatMap(node => block(node, place));
}

function block(node: MarkdownNode, place: Place): JsonObject[] {
  const { type, token, children } = node;
  switch (type) {
    case 'paragraph':
      return [paragraph(inlines(children))];
    case 'heading':
      return place.heading
        ? [
            {
              type: 'heading',
              attrs: { level: Number(token.tag.slice(1)) },
              content: inlines(children),
            },
          ]
        : [paragraph(inlines(children, [{ type: 'strong' }]))];
    case 'bullet_list':
      return [{ type: 'bulletList', content: children.map(listItem) }];
    case 'ordered_list':
      return [
        {
          type: 'orderedList',
          attrs: { order: Number(token.attrGet('start') ?? 1) },
          content: children.map(listItem),
        },
      ];
    case 'blockquote': {
      const content = blocks(children, INSIDE);
      return place.quote && content.length > 0
        ? [{ type: 'blockquote', content }]
        : content;
    }
    case 'fence':
    case 'code_block':
      return [codeBlock(token.content, token.info)];
    case 'hr':
      return place.rule ? [{ type: 'rule' }] : [];
    case 'table':
      return table(children, place);
    default:
      return [];
  }
}

function paragraph(content: JsonObject[]): JsonObject {
  return { type: 'paragraph', content };
}

function listItem({ children }: MarkdownNode): JsonObject {
  const content = blocks(children, INSIDE);
  const startsWithText = ['paragraph', 'codeBlock'].includes(
    String(content[0]?.type),
  );
  return {
    type: 'listItem',
    content: startsWithText ? content : [paragraph([]), ...content],
  };
}

function codeBlock(content: string, info: string): JsonObject {
  const [language] = info.trim().split(/\s/);
  return {
    type: 'codeBlock',
    attrs: language ? { language } : {},
    content: text(content.replace(/\n$/, '')),
  };
}

function table(sections: readonly MarkdownNode[], place: Place): JsonObject[] {
  const rows = sections.flatMap(({ children }) => children);
  if (!place.table) {
    return rows.map(row =>
      paragraph(
        row.children.flatMap((cell, index) => [
          ...(index > 0 ? text(' | ') : []),
          ...inlines(cell.children),
        ]),
      ),
    );
  }
  return [
    {
      type: 'table',
      content: rows.map(row => ({
        type: 'tableRow',
        content: row.children.map(cell => ({
          type: cell.type === 'th' ? 'tableHeader' : 'tableCell',
          content: [paragraph(inlines(cell.children))],
        })),
      })),
    },
  ];
}

const MARKS: Record<string, string> = {
  strong: 'strong',
  em: 'em',
  s: 'strike',
};

function inlines(
  nodes: readonly MarkdownNode[],
  marks: readonly JsonObject[] = [],
): JsonObject[] {
  return nodes.flatMap(node => inline(node, marks));
}

function inline(
  { type, token, children }: MarkdownNode,
  marks: readonly JsonObject[],
): JsonObject[] {
  switch (type) {
    case 'inline':
      return inlines(children, marks);
    case 'text':
      return text(token.content, marks);
    case 'code_inline':
      // Beside code the schema allows a link only.
      return text(token.content, [
        { type: 'code' },
        ...marks.filter(mark => mark.type === 'link'),
      ]);
    case 'softbreak':
      return text(' ', marks);
    case 'hardbreak':
      return [{ type: 'hardBreak' }];
    case 'link':
      return inlines(children, withLink(marks, token.attrGet('href')));
    case 'image': {
      const source = token.attrGet('src');
      return text(token.content || source || '', withLink(marks, source));
    }
    default: {
      const added = marks.some(mark => mark.type === MARKS[type])
        ? []
        : [{ type: MARKS[type] }];
      return inlines(children, MARKS[type] ? [...marks, ...added] : marks);
    }
  }
}

function withLink(
  marks: readonly JsonObject[],
  href: string | null,
): readonly JsonObject[] {
  const target = linkTarget(href);
  return target && !marks.some(mark => mark.type === 'link')
    ? [...marks, { type: 'link', attrs: { href: target } }]
    : marks;
}

/** The schema knows no empty text. */
function text(content: string, marks: readonly JsonObject[] = []) {
  return content === ''
    ? []
    : [
        {
          type: 'text',
          text: content,
          ...(marks.length > 0 ? { marks: [...marks] } : {}),
        },
      ];
}
