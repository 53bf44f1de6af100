import { type Clock, SECOND } from '../../core/clock.ts';
import type { UserScope } from '../../core/scope.ts';
import { EgressError, type EgressFetch } from '../../egress/index.ts';
import { openSecret, signaturesOf } from '../webhooks/secret.ts';
import type { StoredWebhook } from '../webhooks/webhook.ts';
import { MAX_ANSWER_BYTES } from './answer.ts';
import type { Attempt, StoredDelivery } from './delivery.ts';

const TIMEOUT = 10 * SECOND;
/** Of an answer, in bytes, for its owner to see what is wrong. */
const EXCERPT = 512;
/** "The resource is gone, and will not come back": the endpoint asks for no more (Standard Webhooks). */
export const GONE = 410;

/** `answer` is what a plug-in answered. `isFinal`: the same request would fail again. */
export type Posted = Attempt & { isFinal: boolean; answer?: string };

type Posting = { webhook: StoredWebhook; delivery: StoredDelivery; clock: Clock; fetch: EgressFetch };

/** One request, signed by each secret that is valid. Never rejects because of the other side. */
export const post = async (user: UserScope, { webhook, delivery, clock, fetch }: Posting): Promise<Posted> => {
  const at = clock.now();
  const seconds = Math.floor(at / SECOND);
  const { delivery_id: id, line: text, project_id } = delivery;
  const secrets = await secretsOf(user, webhook, at);
  const ms = () => clock.now() - at;
  try {
    const response = await fetch(
      webhook.url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Artel-Webhooks/1',
          'webhook-id': id,
          'webhook-timestamp': String(seconds),
          'webhook-signature': signaturesOf(secrets, { id, seconds, text }),
          'artel-project': project_id,
        },
        body: text,
        redirect: 'manual',
      },
      { timeoutMs: TIMEOUT, maxBytes: MAX_ANSWER_BYTES },
    );
    const isPlugIn = webhook.permissions.length > 0 && response.ok;
    const answer = await textOf(response, isPlugIn ? MAX_ANSWER_BYTES : EXCERPT);
    const { status } = response;
    const seen = { at, ms: ms(), status, ...(answer !== '' && { excerpt: answer.slice(0, EXCERPT) }) };
    if (!response.ok) return { ...seen, error: `It answered ${status}.`, isFinal: status === GONE };
    return { ...seen, isFinal: false, ...(isPlugIn && { answer }) };
  } catch (error) {
    if (!(error instanceof EgressError)) throw error;
    return { at, ms: ms(), error: error.message, isFinal: !error.temporary && !error.sent };
  }
};

const secretsOf = async (user: UserScope, { webhook_id, secret, former }: StoredWebhook, now: number) => {
  const valid = [secret, ...(former && former.until > now ? [former] : [])];
  return Promise.all(valid.map((sealed) => openSecret(user, webhook_id, sealed)));
};

/** The beginning of a body; the rest is not waited for. */
const textOf = async (response: Response, most: number): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk.subarray(0, most - bytes), { stream: true });
    bytes += chunk.length;
    if (bytes >= most) break;
  }
  return text;
};
