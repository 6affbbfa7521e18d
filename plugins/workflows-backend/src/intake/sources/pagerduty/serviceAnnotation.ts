/**
 * The annotation by which PagerDuty's own Backstage plugin finds a service. The
 * other one, `pagerduty.com/integration-key`, holds a key that webhooks never say.
 */
export const SERVICE_ANNOTATION = 'pagerduty.com/service-id';
