import {
  ActionError,
  type ActionResult,
  createWorkflowAction,
} from 'backstage-plugin-workflows-node';
import { z } from 'zod';
import type { Answer } from './plans';

/** The outside world: it counts what it gets by key, and answers as it is told. */
export class Receivers {
  readonly sends = new Map<string, number>();
  private readonly bodies = new Map<string, string>();
  private answers: Answer[] = [];
  private hang?: (release: (answer: Answer) => void) => void;

  readonly actions = (['keyed', 'doubtful'] as const).map(kind =>
    createWorkflowAction({
      id: `model:${kind}`,
      title: kind,
      description: kind,
      schema: { config: z.strictObject({}), output: z.strictObject({}) },
      effect: kind === 'keyed' ? 'keyed' : 'in_doubt',
      prepare: ({ effectKey }) => ({ body: `of ${effectKey}` }),
      run: ({ effectKey, request }) =>
        this.receive(effectKey, request.body as string),
    }),
  );

  /** The answers to the next requests, `ok` to all after them. */
  willAnswer(
    answers: Answer[],
    onHang?: (release: (answer: Answer) => void) => void,
  ) {
    this.answers = [...answers];
    this.hang = onHang;
  }

  private async receive(key: string, body: string): Promise<ActionResult<{}>> {
    this.sends.set(key, (this.sends.get(key) ?? 0) + 1);
    const first = this.bodies.get(key) ?? body;
    if (first !== body) {
      throw new Error(`The key ${key} came with other bytes`);
    }
    this.bodies.set(key, body);
    let answer = this.answers.shift() ?? 'ok';
    if (answer === 'hang') {
      const { hang } = this;
      answer = await new Promise<Answer>(resolve => hang!(resolve));
    }
    if (answer === 'ok') {
      return { status: 'done', output: {} };
    }
    throw new ActionError(`It is ${answer}.`, {
      code: answer,
      retryable: answer === 'busy',
    });
  }
}
