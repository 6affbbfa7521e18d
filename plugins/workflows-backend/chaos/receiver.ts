/*
 * The receiver, a process of its own: takes every request, appends it to a log
 * before it answers, is slow, and does not deduplicate. Arguments: the port and
 * the log file.
 */
import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, logFile] = process.argv.slice(2);
const SLOW_MS = 1_500;

createServer(async (request, response) => {
  const at = Date.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  appendFileSync(
    logFile,
    `${JSON.stringify({
      at,
      path: request.url,
      key: request.headers['idempotency-key'],
      sha256: createHash('sha256').update(body).digest('hex'),
      incident: JSON.parse(body.toString('utf8')).key,
    })}\n`,
  );
  setTimeout(
    () => response.end('{}'),
    request.url === '/slow' ? Math.random() * SLOW_MS : 0,
  );
}).listen(Number(port), '127.0.0.1');
