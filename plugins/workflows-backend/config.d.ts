import type { HumanDuration } from '@backstage/types';

export interface Config {
  workflows?: {
    /**
     * Who may change global workflows and see deliveries: user and group refs,
     * or service subjects such as `external:ci`.
     */
    admins?: string[];

    /**
     * Stops all workflows: this backend starts no step. Incidents are taken in,
     * and the runs that they set off wait. Default false.
     */
    killSwitch?: boolean;

    /**
     * Senders of incidents. The key is the last part of the hook's path:
     * `/api/workflows/hooks/<key>`.
     */
    sources?: {
      [sourceId: string]: {
        /** The kind of sender, for example `alertmanager` or `generic`. */
        type: string;
        /**
         * Bearer tokens that the sender may present; several for rotation.
         * @deepVisibility secret
         */
        tokens?: string[];
        /**
         * Secrets that the sender signs with; several for rotation. PagerDuty's
         * and Sentry's as shown there, incident.io's beginning with `whsec_`.
         * @deepVisibility secret
         */
        secrets?: string[];
        /** Accept deliveries without any credentials. Only for trying things out. */
        insecure?: boolean;
        /** Alertmanager: what one incident is. Default `alert`. */
        incidentPer?: 'alert' | 'group';
        /** generic: dot paths into the body by the incident's field. */
        fields?: { [field: string]: string };
        /** generic: our status by the sender's, for example `open: triggered`. */
        statuses?: { [status: string]: string };
        /**
         * Alertmanager: the label or annotation that names an alert's catalog
         * entity. Default: the label `backstage_entity`, else the annotation
         * `backstage.io/entity-ref`.
         */
        entityLabel?: string;
      };
    };

    catalog?: {
      /**
       * Lead from what an incident says to its entity, when neither the payload
       * nor an annotation does. The first one whose conditions hold and whose
       * entity exists counts.
       */
      rules?: Array<{
        /** Conditions on the incident, as in a workflow; all must hold. */
        when: Array<{
          /** A dot path, for example `labels.cluster`. */
          field?: string;
          /** Default `equals`. */
          operator?: string;
          value?: unknown;
          /** A group instead of a field. */
          match?: 'all' | 'any' | 'none';
          conditions?: object[];
        }>;
        /** For example `component:default/{{ labels.app }}`. */
        entityRef: string;
      }>;
    };

    egress?: {
      /**
       * Where actions may go: `host` or `host:port`, `*.example.com` for its
       * subdomains, or a block of addresses such as `10.2.0.0/16`. Public hosts
       * need no entry unless `allowPublic` is false; a private address always
       * needs its block or its exact host.
       */
      allow?: string[];
      /** Where actions may never go, written as in `allow`. Wins over it. */
      deny?: string[];
      /** Whether public addresses may be reached without an entry. Default true. */
      allowPublic?: boolean;
      /** Requests to one host and port that a replica has open at a time. Default 10. */
      perHostConcurrency?: number;
      /**
       * The forward proxy of all requests, for example
       * `http://user:password@proxy.example.com:3128`. It resolves names itself,
       * so `allowPublic` must be false and `allow` name every host.
       * @visibility secret
       */
      proxy?: string;
    };

    secrets?: {
      /** The first key encrypts, all decrypt. */
      keys?: Array<{
        id: string;
        /**
         * 32 bytes in base64.
         * @visibility secret
         */
        key: string;
      }>;
    };

    /** How long what has ended is kept. */
    retention?: {
      /** Executions, with their steps. Default 90 days. */
      executions?: HumanDuration | string;
      /** Deliveries that were processed or ignored. Default 30 days. */
      deliveries?: HumanDuration | string;
    };

    engine?: {
      /** Executions that one replica runs at a time. Default 20. */
      concurrency?: number;
    };
  };
}
