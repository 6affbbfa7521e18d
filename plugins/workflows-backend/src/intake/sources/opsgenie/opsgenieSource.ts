import { alertSource } from './alertSource';

/** Opsgenie's webhook integration. */
export const opsgenieSource = alertSource('opsgenie');
