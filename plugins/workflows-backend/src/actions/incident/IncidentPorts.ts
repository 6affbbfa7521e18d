import type {
  CreateIncidentRequest,
  IncidentPatch,
} from 'backstage-plugin-workflows-common';

/** How actions change incidents. Of two calls with one key, the second does nothing. */
export interface IncidentPorts {
  /** @throws NotFoundError when the incident is gone */
  edit(edit: {
    incidentId: string;
    editKey: string;
    patch: IncidentPatch;
    entityRef?: string;
    /** The execution. */
    causedBy: string;
  }): Promise<unknown>;
  /** Keeps what is told of a new incident, as a hook does; gives the delivery's id. */
  declare(incident: {
    deliveryKey: string;
    event: CreateIncidentRequest & { incidentKey: string };
    /** The execution. */
    causedBy: string;
  }): Promise<{ deliveryId: string }>;
  /** What became of it. */
  findDeclared(declared: {
    deliveryId: string;
    incidentKey: string;
  }): Promise<DeclaredIncident>;
}

export type DeclaredIncident =
  | { state: 'processed'; incidentId: string }
  | { state: 'waiting' }
  | { state: 'failed'; error: string };
