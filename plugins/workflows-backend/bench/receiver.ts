/*
 * The receiver: answers at once, and tells its parent when each incident's first
 * request came, in nanoseconds of the machine's clock since its start. It
 * listens on the port that it is given.
 */
import { createServer } from 'node:http';

const arrivals = new Map<string, string>();

process.on('message', () => {
  process.send!({ answer: [...arrivals] });
  arrivals.clear();
});

createServer(async (request, response) => {
  const at = process.hrtime.bigint();
  let body = '';
  for await (const chunk of request) {
    body += chunk;
  }
  const { key } = JSON.parse(body);
  if (!arrivals.has(key)) {
    arrivals.set(key, String(at));
  }
  response.end('{}');
}).listen(Number(process.argv[2]), '127.0.0.1');
