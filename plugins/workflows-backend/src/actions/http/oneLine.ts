/** A text on one line and of at most so many characters. */
export function oneLine(text: string, maxChars: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > maxChars ? `${cut(line, maxChars - 1)}…` : line;
}

/** The beginning of a text; no surrogate pair is cut in two. */
export function cut(text: string, maxChars: number): string {
  return text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '');
}
