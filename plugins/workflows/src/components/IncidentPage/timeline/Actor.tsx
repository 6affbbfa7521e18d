import { EntityLink } from '../../EntityLink/EntityLink';

/** Who did something: a person of the catalog, or a service by its name. */
export function Actor(props: { actorRef: string }) {
  const { actorRef } = props;
  return actorRef.startsWith('user:') ? (
    <EntityLink entityRef={actorRef} />
  ) : (
    <>{actorRef}</>
  );
}
