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

    egress?: {
      /**
       * Hosts that actions may reach, as `host` or `host:port`; `*.example.com`
       * stands for its subdomains. Public hosts need no entry unless
       * `allowPublic` is false; a private address always needs one.
       */
      allow?: string[];
      /** Hosts that actions may never reach. Wins over `allow`. */
      deny?: string[];
      /** Whether public addresses may be reached without an entry. Default true. */
      allowPublic?: boolean;
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
