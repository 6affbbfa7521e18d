/*
 * The receiver, a process of its own: takes every request, logs it before it
 * answers and logs the answer, is slow, and does not deduplicate. Arguments: the
 * port and the log file.
 */
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [port, logFile] = process.argv.slice(2);
/** Slow enough that a kill cuts requests off. */
const SLOW_MS = [1_000, 4_000] as const;

createServer(async (request, response) => {
  const at = Date.now();
  const id = randomUUID();
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  log({
    id,
    at,
    path: request.url,
    key: request.headers['idempotency-key'],
    sha256: createHash('sha256').update(body).digest('hex'),
    incident: JSON.parse(body.toString('utf8')).key,
  });
  setTimeout(
    () => {
      if (!response.destroyed) {
        log({ id, answeredAt: Date.now() });
        response.end('{}');
      }
    },
    request.url === '/slow' ? between(...SLOW_MS) : 0,
  );
}).listen(Number(port), '127.0.0.1');

function log(line: object) {
  appendFileSync(logFile, `${JSON.stringify(line)}\n`);
}

function between(least: number, most: number): number {
  return least + Math.random() * (most - least);
}
