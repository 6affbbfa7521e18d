import { jsonValueSchema } from 'backstage-plugin-workflows-common';
import { z } from 'zod';
import {
  type AlertDetails,
  alertSchema,
  alertmanagerPayloadSchema,
} from '../alertmanager/alertmanagerPayload';
import { looseText } from '../looseText';
import { said } from '../said';

const grafanaAlertSchema = alertSchema.extend({
  dashboardURL: looseText,
  panelURL: looseText,
  silenceURL: looseText,
  imageURL: looseText,
  /** The values that the rule compared, by the names of its queries. */
  values: z.record(z.string(), jsonValueSchema).optional().catch(undefined),
  valueString: looseText,
});

/**
 * What Grafana's alerting posts to a webhook contact point: Alertmanager's
 * format and more. Source: https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/
 */
export const grafanaPayloadSchema = alertmanagerPayloadSchema.extend({
  title: looseText,
  alerts: z.array(grafanaAlertSchema),
});

type GrafanaAlert = z.infer<typeof grafanaAlertSchema>;

/** Where the alert can be seen, silenced and understood. */
export function grafanaDetails(alert: GrafanaAlert): AlertDetails {
  const { dashboardURL, panelURL, silenceURL, imageURL, values, valueString } =
    alert;
  return {
    url: panelURL ?? dashboardURL,
    metadata: said({
      dashboardURL,
      panelURL,
      silenceURL,
      imageURL,
      values,
      valueString,
    }),
  };
}
