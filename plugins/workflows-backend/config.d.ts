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
        /**
         * Topics of Backstage's events service that the source hears besides its
         * hook. Whoever publishes them has verified them.
         */
        topics?: string[];
        /**
         * alertmanager, grafana: what one incident is, an alert (default), a group,
         * or the alerts of a group with the same values of some labels.
         */
        incidentPer?: 'alert' | 'group' | { labels: string[] };
        /**
         * alertmanager, grafana, datadog: the label, annotation or tag that names
         * an alert's catalog entity. Default: the label `backstage_entity`, else
         * the annotation `backstage.io/entity-ref`.
         */
        entityLabel?: string;
        /** grafana: the signature's header. Default `X-Grafana-Alerting-Signature`. */
        signatureHeader?: string;
        /** grafana: the header with the signed time, if the contact point sets one. */
        timestampHeader?: string;
        /** generic: how the sender writes the HMAC of the body. */
        signature?: {
          header: string;
          /** Default `sha256`. */
          algorithm?: 'sha256' | 'sha512' | 'sha1';
          /** Default `hex`. */
          encoding?: 'hex' | 'base64';
          /** Before a signature, for example `sha256=`. */
          prefix?: string;
          /** Between several signatures. */
          separator?: string;
        };
        /** generic: the header with an id that all copies of a delivery share. */
        deliveryIdHeader?: string;
        /** generic: the path to the list of events in a body; `$` for the body. */
        events?: string;
        /** cloudevents: which types are about incidents, and in which status. */
        types?: {
          [type: string]:
            | 'triggered'
            | 'acknowledged'
            | 'resolved'
            | 'closed'
            | 'unchanged';
        };
        /** generic, cloudevents: conditions; where one holds the event is ignored. */
        ignore?: object[];
        /**
         * generic, cloudevents: dot paths into an event by the incident's field.
         * incident-io: names or ids of custom fields by `service`, `team`, `entityRef`.
         */
        fields?: { [field: string]: string };
        /** generic, cloudevents: fields of which the sender says nothing. */
        constants?: { [field: string]: string };
        /** generic, cloudevents: our status by the sender's, for example `open: triggered`. */
        statuses?: { [status: string]: string };
        /** generic, cloudevents: dot paths by the label's name. */
        labels?: { [label: string]: string };
        /** generic, cloudevents: dot paths by the name in `metadata`. */
        metadata?: { [name: string]: string };
        /** generic, cloudevents: dot paths by the annotation of the incident's entity. */
        entityAnnotations?: { [annotation: string]: string };
        /** generic, cloudevents: conditions; where one holds the incident was escalated. */
        escalated?: object[];
        /** generic, cloudevents: how the sender writes times. */
        times?: {
          /** Luxon's tokens. Default ISO 8601, or seconds or finer since 1970. */
          format?: string;
          /** Of times that do not say theirs. Default `UTC`. */
          zone?: string;
        };
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

    /**
     * What the runbook action may run. The run has the rights of this plugin and
     * not those of the workflow's author, so name only what every author may run.
     */
    runbooks?: {
      /** Templates of the scaffolder, for example `template:default/restart-service`. */
      templates?: string[];
      /** Actions of the actions registry by their ids, for example `catalog:refresh-entity`. */
      actions?: string[];
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
      /**
       * Incidents that ended, with their events, after the last one. Default for
       * ever; at least as long as deliveries.
       */
      incidents?: HumanDuration | string;
    };

    engine?: {
      /** Executions that one replica runs at a time. Default 20. */
      concurrency?: number;
    };
  };
}
