import type { ReceivedRequest } from './ReceivedRequests';

const REFRESH_SECONDS = 2;

const STYLE = `
  :root { color-scheme: light dark; --line: #d7dbe0; --soft: #5c6570; --card: #fff; --page: #f5f6f8; --text: #16191d; --code: #f0f2f5; }
  @media (prefers-color-scheme: dark) {
    :root { --line: #343a42; --soft: #a3acb8; --card: #1d2126; --page: #14171a; --text: #eceff3; --code: #262b31; }
  }
  body { margin: 0 auto; max-width: 60rem; padding: 2rem 1rem; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
  h1 { font-size: 1.5rem; margin: 0; }
  p { color: var(--soft); margin: 0.25rem 0 1.5rem; }
  article { background: var(--card); border: 1px solid var(--line); border-radius: 8px; margin-bottom: 1rem; padding: 0.75rem 1rem; }
  header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: baseline; }
  time, small { color: var(--soft); font-variant-numeric: tabular-nums; }
  pre { background: var(--code); border-radius: 6px; margin: 0.5rem 0 0; padding: 0.75rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
  a { color: inherit; }
`;

const EMPTY = `<article>Nothing has arrived yet. Run <code>npm run demo:incident</code> and watch.</article>`;

/** What arrived, newest first, as a page that reloads itself. */
export function receivedPage(requests: readonly ReceivedRequest[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${REFRESH_SECONDS}">
<title>Demo receiver (${requests.length})</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Demo receiver</h1>
<p>Stands in for the chat, the pager and the ticket system: what the workflows sent, newest first.</p>
<main>
${requests.map(article).join('\n') || EMPTY}
</main>
</body>
</html>
`;
}

function article(request: ReceivedRequest): string {
  const time = request.receivedAt.toISOString();
  const key = request.idempotencyKey
    ? `<small>Idempotency-Key: ${escapeHtml(request.idempotencyKey)}</small>`
    : '';
  return `<article>
<header><strong>${escapeHtml(request.path)}</strong>
<time datetime="${time}">${time.slice(11, 19)} UTC</time>${key}</header>
<pre>${escapeHtml(JSON.stringify(request.body, null, 2) ?? '')}</pre>
</article>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
