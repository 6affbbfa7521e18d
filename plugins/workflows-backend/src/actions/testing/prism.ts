import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Prism, which checks requests by an OpenAPI description and answers with its examples. */
export class Prism {
  /** Takes some seconds for a large description: one for a suite. */
  static async start(openapi: string): Promise<Prism> {
    const folder = mkdtempSync(join(tmpdir(), 'prism-'));
    const file = join(folder, 'openapi.json');
    writeFileSync(file, JSON.stringify(usable(JSON.parse(openapi))));
    const child = spawn(
      process.execPath,
      [require.resolve('@stoplight/prism-cli'), 'mock', '-p', '0', file],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk.toString('utf8');
        const listening = /Prism is listening on (http:\S+\d)/.exec(said);
        if (listening) {
          resolve(listening[1]);
        }
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', code =>
        reject(new Error(`Prism ended with ${code}: ${said.slice(-2_000)}`)),
      );
    });
    return new Prism(url, child, folder);
  }

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  async stop(): Promise<void> {
    const ended = new Promise(resolve => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/**
 * Examples that are JSON in a string would not fit their own schemas, and where a
 * 204 is given a type, Prism sends a length for the body that it does not have.
 */
function usable(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(usable);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => {
      if (key === 'example' && typeof child === 'string') {
        return [key, parsedOr(child)];
      }
      const { content, ...bodiless } = child ?? {};
      return [key, usable(key === '204' && content ? bodiless : child)];
    }),
  );
}

function parsedOr(text: string): unknown {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' ? value : text;
  } catch {
    return text;
  }
}
