import { type MarkdownNode, linkTarget, parseMarkdown } from './parseMarkdown';

/**
 * Markdown as Jira's wiki text, which Data Center's API takes. What Jira would
 * read as markup in a text is escaped, so that a title or a host name looks as it
 * is written.
 *
 * @see https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 */
export function toWiki(markdown: string): string {
  return blocks(parseMarkdown(markdown)).join('\n\n');
}

function blocks(nodes: readonly MarkdownNode[], bullets = ''): string[] {
  return nodes
    .map(node => block(node, bullets))
    .filter(part => part.trim() !== '');
}

function block(node: MarkdownNode, bullets: string): string {
  const { type, token, children } = node;
  switch (type) {
    case 'paragraph':
      return inlines(children);
    case 'heading':
      return bullets
        ? `*${inlines(children)}*`
        : `${token.tag}. ${inlines(children)}`;
    case 'bullet_list':
    case 'ordered_list':
      return list(children, bullets + (type === 'bullet_list' ? '*' : '#'));
    case 'blockquote': {
      const quoted = blocks(children, bullets).join('\n');
      // A quote within a quote would end the outer one.
      return quoted.includes('{quote}') || bullets
        ? quoted
        : `{quote}\n${quoted}\n{quote}`;
    }
    case 'fence':
    case 'code_block':
      return code(token.content, token.info);
    case 'hr':
      return bullets ? '' : '----';
    case 'table':
      return children
        .flatMap(section => section.children)
        .map(tableRow)
        .join('\n');
    default:
      return '';
  }
}

function list(items: readonly MarkdownNode[], bullets: string): string {
  return items
    .map(item => {
      const [first, ...rest] = item.children;
      const isList = first?.type.endsWith('_list');
      const parts = [
        `${bullets} ${first && !isList ? block(first, bullets) : ''}`,
        ...blocks(isList ? item.children : rest, bullets),
      ];
      return parts.join('\n');
    })
    .join('\n');
}

function code(content: string, info: string): string {
  const [language] = info.trim().split(/\s/);
  const start = /^[A-Za-z0-9#+]+$/.test(language)
    ? `{code:${language}}`
    : '{code}';
  const inside = content.replace(/\n$/, '').replaceAll('{code', '{\u200bcode');
  return `${start}\n${inside}\n{code}`;
}

function tableRow({ children }: MarkdownNode): string {
  const [bar] = children.map(({ type }) => (type === 'th' ? '||' : '|'));
  return `${bar}${children
    .map(cell => `${inlines(cell.children) || ' '}${bar}`)
    .join('')}`;
}

const MARKS: Record<string, string> = { strong: '*', em: '_', s: '-' };

function inlines(nodes: readonly MarkdownNode[]): string {
  return nodes.map(inline).join('');
}

function inline({ type, token, children }: MarkdownNode): string {
  switch (type) {
    case 'text':
      return escape(token.content);
    case 'code_inline':
      return `{{${escape(token.content)}}}`;
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '\\\\\n';
    case 'link':
      return link(inlines(children), token.attrGet('href'));
    case 'image': {
      const source = token.attrGet('src');
      return link(escape(token.content || source || ''), source);
    }
    default: {
      const mark = MARKS[type] ?? '';
      return `${mark}${inlines(children)}${mark}`;
    }
  }
}

function link(label: string, href: string | null): string {
  const target = linkTarget(href)?.replace(
    /[|\][{}]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return target ? `[${label || target}|${target}]` : label;
}

/** A backslash would be markup by itself, so its entity stands for it. */
function escape(text: string): string {
  return text
    .replaceAll('\\', '&#92;')
    .replace(/[{}[\]|*_!]/g, '\\$&')
    .replace(/(^|\s)([-+^~?#])/g, '$1\\$2');
}
