import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';

/** A part of a Markdown text: `paragraph`, `bullet_list`, `strong`, `text`, … */
export interface MarkdownNode {
  /** Markdown-it's name of it, without `_open`. */
  type: string;
  token: Token;
  children: MarkdownNode[];
}

/** HTML stays text, and what nests deeper than this is left out: Jira refuses it. */
const markdown = new MarkdownIt({ html: false, linkify: true }).set({
  maxNesting: 20,
} as object);
// Only what is a URL already: "it.is" in a title is no link.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** Parses CommonMark with tables, strike-through and bare URLs into a tree. */
export function parseMarkdown(text: string): MarkdownNode[] {
  return treeOf(markdown.parse(text, {}));
}

function treeOf(tokens: readonly Token[]): MarkdownNode[] {
  const roots: MarkdownNode[] = [];
  const open = [roots];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const node: MarkdownNode = {
      type: token.type.replace(/_open$/, ''),
      token,
      children: token.type === 'inline' ? treeOf(token.children ?? []) : [],
    };
    open.at(-1)!.push(node);
    if (token.nesting > 0) {
      open.push(node.children);
    }
  }
  return roots;
}

/** Where a link may lead; `undefined` when it leads nowhere outside of the text. */
export function linkTarget(href: string | null): string | undefined {
  return href && /^(https?:\/\/|mailto:)/i.test(href) ? href : undefined;
}
