/* eslint-disable jest/no-standalone-expect -- called by the test of the model */
import fc from 'fast-check';
import type { Pair } from './Pair';
import type { ReferenceModel } from './ReferenceModel';
import { type Answer, HOUR_MS, PLANS } from './plans';

/** One thing that happens to both. */
class Step implements fc.AsyncCommand<{ pair: Pair }, object> {
  constructor(
    private readonly name: string,
    private readonly happens: (pair: Pair) => Promise<unknown> | unknown,
    private readonly may: (pair: Pair) => boolean = () => true,
  ) {}

  check({ pair }: { pair: Pair }): boolean {
    return this.may(pair);
  }

  async run({ pair }: { pair: Pair }): Promise<void> {
    await this.happens(pair);
    await pair.compare();
  }

  toString(): string {
    return this.name;
  }
}

const one = fc.nat(1);
const choice = fc.nat(20);
const answers = fc.array(
  fc.constantFrom<Answer>('ok', 'ok', 'refused', 'busy', 'hang'),
  { maxLength: 3 },
);

const trigger = one.map(
  incident => new Step(`trigger(${incident})`, pair => pair.trigger(incident)),
);

const resolve = one.map(
  incident =>
    new Step(
      `resolve(${incident})`,
      async ({ model, real }) => {
        await real.resolve(incident);
        model.resolve(incident);
      },
      ({ model }) => model.incidents[incident].open,
    ),
);

const work = answers.map(
  list => new Step(`work(${list})`, pair => pair.work(list)),
);

const pause = fc.constant(
  new Step('claim and pause', pair => pair.claimAndPause()),
);

const goOn = fc
  .tuple(choice, fc.constantFrom<Answer>('ok', 'refused', 'busy'))
  .map(
    ([which, answer]) =>
      new Step(
        `go on(${which}, ${answer})`,
        pair => pair.goOn(which, answer),
        pair => pair.hasPaused,
      ),
  );

/** kill -9: whoever stands still is gone, and what it held becomes due. */
const kill = fc.constant(
  new Step('kill and restart', pair => {
    pair.kill();
    pair.pass(10_000);
  }),
);

const pass = fc
  .constantFrom(1_000, 2_000, 6_000, 10_000, HOUR_MS)
  .map(ms => new Step(`pass(${ms})`, pair => pair.pass(ms)));

const cancel = choice.map(
  which =>
    new Step(
      `cancel(${which})`,
      async pair => {
        const run = pair.run(which)!;
        await pair.real.cancel(pair.id(run));
        pair.model.cancel(run);
      },
      pair => (pair.run(which)?.due ?? null) !== null,
    ),
);

const retry = fc
  .tuple(choice, fc.constantFrom('failed' as const, 'start' as const))
  .map(
    ([which, from]) =>
      new Step(
        `retry(${which}, ${from})`,
        async pair => {
          const run = pair.run(which)!;
          const id = await pair.real.retry(pair.id(run), from);
          pair.retried(pair.model.retry(run, from), id);
        },
        pair => {
          const run = pair.run(which);
          return run !== undefined && pair.model.mayRetry(run, from);
        },
      ),
  );

const flip = fc.boolean().map(
  on =>
    new Step(`kill switch(${on})`, async pair => {
      await pair.real.flip(on);
      pair.model.killSwitch = on;
    }),
);

const edit = fc.tuple(one, fc.nat(PLANS.length - 1)).map(
  ([workflow, plan]) =>
    new Step(`edit(${workflow}, ${plan})`, async ({ model, real }) => {
      const edited = model.workflows[workflow];
      edited.plan = PLANS[plan];
      await real.edit(
        real.workflowIds[workflow],
        PLANS[plan],
        edited.endsWithIncident,
      );
    }),
);

const disable = fc
  .tuple(one, fc.subarray(['PENDING' as const, 'WAITING' as const]))
  .map(
    ([workflow, cancels]) =>
      new Step(`disable(${workflow}, ${cancels})`, async ({ model, real }) => {
        await real.disable(real.workflowIds[workflow], cancels);
        model.disable(workflow, cancels);
      }),
  );

const enable = one.map(
  workflow =>
    new Step(`enable(${workflow})`, async ({ model, real }) => {
      await real.enable(real.workflowIds[workflow]);
      model.workflows[workflow].enabled = true;
    }),
);

/** What may happen; what is there twice happens twice as often. */
export const COMMANDS: fc.Arbitrary<fc.AsyncCommand<{ pair: Pair }, object>>[] =
  [
    trigger,
    trigger,
    resolve,
    work,
    work,
    work,
    pause,
    goOn,
    goOn,
    kill,
    pass,
    pass,
    cancel,
    retry,
    retry,
    flip,
    edit,
    disable,
    enable,
  ];

/** Lets everything come to its end: nothing may be left that nobody goes on with. */
export async function finish(pair: Pair): Promise<void> {
  const { model, real } = pair;
  pair.kill();
  await real.flip(false);
  model.killSwitch = false;
  const rounds = 12;
  for (let round = 0; round < rounds; round += 1) {
    while (await pair.work([])) {
      // Until nothing is due.
    }
    pair.pass(HOUR_MS);
  }
  await pair.compare();
  expect(unfinished(model)).toEqual([]);
}

function unfinished({ runs }: ReferenceModel) {
  return runs.filter(({ due }) => due !== null);
}
