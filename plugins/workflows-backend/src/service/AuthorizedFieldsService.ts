import {
  type FieldDescriptor,
  type RESOURCE_TYPE_INCIDENT,
  incidentReadPermission,
  seenFields,
} from 'backstage-plugin-workflows-common';
import type { Knex } from 'knex';
import { TtlCache } from '../catalog/TtlCache';
import { listRecentContexts } from '../database/operations/incidents/listRecentContexts';
import { conditionContext } from '../matcher/FieldValues';
import type { Caller } from '../permissions/Caller';
import type { ResourcePolicy } from '../permissions/ResourcePolicy';
import type { FieldsService } from './types';

/** Newer incidents whose values are offered. */
const INCIDENTS = 200;
const TTL_MS = 30_000;
const MAX_CALLERS = 200;

/**
 * The fields that conditions may name. Their names are for everybody; values and
 * what only incidents know come from those that the caller may read, filtered in
 * SQL. It is asked for with each keystroke's page, so it is kept for a while.
 */
export class AuthorizedFieldsService implements FieldsService {
  static create(options: {
    knex: Knex;
    incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>;
    /** Milliseconds of a clock that only the cache uses. Default `Date.now`. */
    now?: () => number;
  }) {
    const { now = Date.now } = options;
    return new AuthorizedFieldsService(
      options.knex,
      options.incidents,
      TtlCache.create({ now, maxEntries: MAX_CALLERS }),
    );
  }

  private constructor(
    private readonly knex: Knex,
    private readonly incidents: ResourcePolicy<typeof RESOURCE_TYPE_INCIDENT>,
    private readonly cache: TtlCache<FieldDescriptor[]>,
  ) {}

  async list(caller: Caller): Promise<FieldDescriptor[]> {
    // Asked each time: only what the policy still allows comes out of the cache.
    const reads = await this.incidents.ask(incidentReadPermission, caller);
    if (!reads) {
      return seenFields([]);
    }
    const { filter } = reads;
    const key = JSON.stringify([caller.actorRef, filter ?? null]);
    const known = this.cache.fresh(key);
    if (known) {
      return known.value;
    }
    const { knex } = this;
    const contexts = await listRecentContexts({
      knex,
      filter,
      limit: INCIDENTS,
    });
    const fields = seenFields(contexts.map(conditionContext));
    this.cache.set(key, fields, TTL_MS);
    return fields;
  }
}
