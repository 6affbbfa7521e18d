import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Who asks, with what the floor looks at. */
export interface Caller {
  /** For calls to other plugins on the caller's behalf. */
  credentials: BackstageCredentials;
  /** The user's entity ref, or the service's subject. */
  actorRef: string;
  /** A person, and not a service. */
  isUser: boolean;
  /** What the caller stands for: itself and its groups, lower case. */
  ownershipRefs: readonly string[];
  /** Whether `workflows.admins` names the caller. */
  admin: boolean;
}
