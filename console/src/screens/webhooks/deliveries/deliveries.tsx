import { useEffect } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { usePages } from '../../../api/pages.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { Section } from '../../../design/layout/page.tsx';
import { Empty } from '../../../design/show/empty.tsx';
import { Listed } from '../../../design/show/loaded.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { texts } from '../../../texts/index.ts';
import { DeliveryItem } from './delivery-item.tsx';
import { type Delivery, hasMoved, isUnderWay, merged } from './under-way.ts';

/** Milliseconds between two looks at deliveries that are under way. */
const LOOK_EVERY = 2_000;

export type DeliveriesProps = {
  id: string;
  /** Counts the tests: a new one is looked for at once. */
  tested: number;
  /** Told when an attempt has ended: the webhook may be failing since, or not any more. */
  onMoved: () => void;
};

/** What was delivered, or will be. */
export const Deliveries = ({ id, tested, onMoved }: DeliveriesProps) => {
  const { webhooks, common } = texts();
  const path = { webhook_id: id };
  const list = usePages(
    (cursor, signal) =>
      artel().call('GET /my/webhooks/{webhook_id}/deliveries', { path, query: { cursor, limit: 20 }, signal }),
    [id, tested],
  );
  const items = list.items.value;
  useEffect(() => {
    if (!items || !isUnderWay(items, Date.now())) return;
    const look = async (): Promise<void> => {
      const fresh = await artel().call('GET /my/webhooks/{webhook_id}/deliveries', { path, query: { limit: 20 } });
      list.change((known) => merged(known, fresh.items));
      if (hasMoved(items, fresh.items)) onMoved();
    };
    // What could not be read now is read when the person asks for it.
    const timer = setTimeout(() => void look().catch(() => undefined), LOOK_EVERY);
    return () => clearTimeout(timer);
  }, [items]);
  const repeat = useAction(async (delivery: Delivery) => {
    const changed = await artel().call('POST /my/webhooks/{webhook_id}/deliveries/{delivery_id}/redeliver', {
      path: { ...path, delivery_id: delivery.id },
    });
    list.change((known) => merged(known, [changed]));
    notify(webhooks.redelivering);
  });
  return (
    <Section
      title={webhooks.deliveries}
      actions={
        <Button isBusy={list.isLoading.value} onClick={() => void list.reload()}>
          {common.refresh}
        </Button>
      }
    >
      <p class="hint">{webhooks.deliveriesLead}</p>
      <ProblemNote problem={repeat.problem.value} />
      <Listed from={list} empty={<Empty title={webhooks.noDeliveries} />}>
        {(known) => (
          <ul class="list" aria-label={webhooks.deliveries}>
            {known.map((delivery) => (
              <DeliveryItem
                key={delivery.id}
                delivery={delivery}
                isBusy={repeat.isBusy.value}
                onRepeat={() => void repeat.run(delivery)}
              />
            ))}
          </ul>
        )}
      </Listed>
    </Section>
  );
};
