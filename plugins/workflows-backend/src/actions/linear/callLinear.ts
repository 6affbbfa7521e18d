import type { JsonObject } from '@backstage/types';
import {
  type ActionContext,
  ActionError,
  type EgressRequest,
} from 'backstage-plugin-workflows-node';
import { asObject, asObjects } from '../http/asObject';
import { readAnswer } from '../http/readAnswer';
import { keptResponse, statusError } from '../http/statusError';
import { explainErrors, explainStatus } from './explainLinear';
import type { LinearRequest } from './prepareLinear';

/**
 * Sends a document to Linear and gives its data.
 *
 * @throws ActionError that says what to do. After a server's error or an answer
 * that cannot be read it is ambiguous: nobody knows what became of the document.
 */
export async function callLinear(
  { request, egress, signal }: ActionContext<LinearRequest>,
  body: string,
): Promise<{ data: JsonObject; response: JsonObject }> {
  const { method, url, headers, auth } = request;
  const sent = { method, url, headers, auth, body } as EgressRequest;
  const answer = await egress.fetch(sent, { signal });
  const { status } = answer;
  const parsed = readAnswer(answer);
  const response = keptResponse(answer, parsed);
  const errors = asObjects(asObject(parsed).errors);
  if (errors.length > 0) {
    throw explainErrors({ request, answer, errors, response });
  }
  if (status < 200 || status > 299) {
    throw statusError(explainStatus(request, status), answer, {
      response,
      ambiguous: status >= 500 && status !== 503,
    });
  }
  if (typeof parsed === 'string') {
    throw new ActionError(
      'Something that is not Linear answered in its place: no JSON came back. Look at the proxy or firewall between the portal and api.linear.app.',
      { code: 'answer_unreadable', ambiguous: true, response },
    );
  }
  return { data: asObject(asObject(parsed).data), response };
}
