import { href } from '../../../app/place/route.ts';
import { duration } from '../../../design/figure/moment.ts';
import { Time } from '../../../design/figure/time.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Badge, type Tone } from '../../../design/show/badge.tsx';
import { Code } from '../../../design/show/code.tsx';
import { Facts } from '../../../design/show/facts.tsx';
import { eventName } from '../../../texts/events.ts';
import { counted, filled, texts } from '../../../texts/index.ts';
import type { Delivery } from './under-way.ts';

const TONES: Record<Delivery['state'], Tone> = { pending: 'busy', delivered: 'good', failed: 'bad' };

export type DeliveryItemProps = { delivery: Delivery; isBusy: boolean; onRepeat: () => void };

/** One delivery; what its last attempt came to is behind its line. */
export const DeliveryItem = ({ delivery, isBusy, onRepeat }: DeliveryItemProps) => {
  const { webhooks } = texts();
  const { state, event_type, attempts, last_attempt: last, effect, session_id, project_id } = delivery;
  const name = eventName(event_type);
  return (
    <li class="delivery">
      <details>
        <summary>
          <Badge tone={TONES[state] ?? 'neutral'}>{webhooks.deliveryStates[state] ?? state}</Badge> {name}{' '}
          <span class="hint">
            <Time at={delivery.created_at} /> · {counted(attempts, webhooks.attempts)}
          </span>
        </summary>
        <Facts
          facts={[
            [webhooks.deliveryId, <code key="id">{delivery.id}</code>],
            [webhooks.nextAttempt, delivery.next_attempt_at && <Time at={delivery.next_attempt_at} />],
            [webhooks.lastAttempt, last && <Time at={last.at} />],
            [webhooks.took, last && duration(last.duration_ms)],
            [webhooks.answered, last?.status && String(last.status)],
            [webhooks.error, last?.error && <span dir="auto">{last.error}</span>],
            [webhooks.refused, effect?.refused && <span dir="auto">{effect.refused}</span>],
            [webhooks.version, effect?.version && String(effect.version)],
            [
              webhooks.session,
              session_id && (
                <a href={href({ screen: 'chat', item: session_id, query: { project: project_id ?? undefined } })}>
                  {session_id}
                </a>
              ),
            ],
          ]}
        />
        {last?.excerpt && <Code text={last.excerpt} label={webhooks.excerpt} />}
      </details>
      <Button
        label={filled(webhooks.redeliverThis, { event: name })}
        isBusy={isBusy}
        isDisabled={state === 'pending'}
        onClick={onRepeat}
      >
        {webhooks.redeliver}
      </Button>
    </li>
  );
};
