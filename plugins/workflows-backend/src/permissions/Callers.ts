import type {
  BackstageCredentials,
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { Caller } from './Caller';

/** Finds out who sent a request. */
export class Callers {
  static create(options: {
    httpAuth: HttpAuthService;
    userInfo: UserInfoService;
    /** User and group refs, or service subjects. */
    admins: readonly string[];
  }) {
    return new Callers(
      options.httpAuth,
      options.userInfo,
      new Set(options.admins.map(normalise)),
    );
  }

  private constructor(
    private readonly httpAuth: HttpAuthService,
    private readonly userInfo: UserInfoService,
    private readonly admins: ReadonlySet<string>,
  ) {}

  /** @throws AuthenticationError without credentials of a user or a service */
  async of(request: Request): Promise<Caller> {
    const credentials = await this.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { actorRef, refs } =
      credentials.principal.type === 'user'
        ? await this.user(credentials, credentials.principal.userEntityRef)
        : {
            actorRef: credentials.principal.subject,
            refs: [credentials.principal.subject],
          };
    const ownershipRefs = refs.map(normalise);
    return {
      credentials,
      actorRef,
      isUser: credentials.principal.type === 'user',
      ownershipRefs,
      admin: ownershipRefs.some(ref => this.admins.has(ref)),
    };
  }

  private async user(credentials: BackstageCredentials, actorRef: string) {
    const { ownershipEntityRefs } = await this.userInfo.getUserInfo(
      credentials,
    );
    return { actorRef, refs: [actorRef, ...ownershipEntityRefs] };
  }
}

/** Refs compare without regard to case. */
function normalise(ref: string) {
  return ref.toLocaleLowerCase('en-US');
}
