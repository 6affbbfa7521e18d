import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  KillSwitch,
  PutKillSwitchRequest,
  WorkflowsSignal,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import type { DatabaseClock } from '../database/clock';
import { toIso } from '../database/conversion';
import { readKillSwitch } from '../database/operations/killSwitch/readKillSwitch';
import { setKillSwitch } from '../database/operations/killSwitch/setKillSwitch';
import type { Caller } from '../permissions/Caller';
import type { KillSwitchService } from './types';

export interface KillSwitchServiceOptions {
  knex: Knex;
  clock: DatabaseClock;
  logger: LoggerService;
  /** Whether the configuration has it on. */
  killSwitch: boolean;
  engine: { poke(): void };
  onChange: (signal: WorkflowsSignal) => void;
}

/** The kill switch as it is in the database and the configuration. */
export class DefaultKillSwitchService implements KillSwitchService {
  static create(options: KillSwitchServiceOptions) {
    return new DefaultKillSwitchService(options);
  }

  private constructor(private readonly options: KillSwitchServiceOptions) {}

  async get(): Promise<KillSwitch> {
    const { knex, killSwitch: configured } = this.options;
    const record = await readKillSwitch(knex);
    return {
      on: configured || record !== undefined,
      configured,
      ...(record && { ...record, changedAt: toIso(record.changedAt) }),
    };
  }

  async put(
    { on, reason }: PutKillSwitchRequest,
    { actorRef }: Caller,
  ): Promise<KillSwitch> {
    const { knex, clock, logger, killSwitch, engine, onChange } = this.options;
    if (killSwitch && !on) {
      throw new ConflictError(
        'workflows.killSwitch is set in the configuration; it can be switched off only there',
      );
    }
    await knex.transaction(trx =>
      setKillSwitch({ trx, clock, reason: on ? reason : undefined, actorRef }),
    );
    logger.warn(`The kill switch is ${on ? 'on' : 'off'}, by ${actorRef}`);
    onChange({ kind: 'kill-switch', id: 'kill-switch' });
    engine.poke();
    return this.get();
  }
}
