import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { useUnsaved } from '../../app/place/unsaved.ts';
import { Time } from '../../design/figure/time.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Page, Section } from '../../design/layout/page.tsx';
import { Facts } from '../../design/show/facts.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { texts } from '../../texts/index.ts';
import { Deliveries } from './deliveries/deliveries.tsx';
import { changes, draftOf, isComplete, type KnownWebhook } from './draft.ts';
import { WebhookFields } from './fields.tsx';
import { WebhookState } from './state.tsx';
import { Steps } from './steps.tsx';
import { projectName } from './webhooks.tsx';

/** One webhook: how it is, what was delivered, and what can be changed of it. */
export const Webhook = ({ id }: { id: string }) => {
  const { screens } = texts();
  const known = useResource((signal) =>
    artel().call('GET /my/webhooks/{webhook_id}', { path: { webhook_id: id }, signal }),
  );
  const [tested, setTested] = useState(0);
  const back = { href: href({ screen: 'webhooks' }), label: screens.webhooks };
  return (
    <Page title={known.data.value?.name ?? screens.webhooks} back={back}>
      <Loaded from={known}>
        {(webhook) => (
          <>
            <Overview webhook={webhook} />
            <Steps webhook={webhook} onChanged={known.set} onTested={() => setTested((times) => times + 1)} />
            <Deliveries id={id} tested={tested} onMoved={() => void known.reload()} />
            <Change webhook={webhook} onChanged={known.set} />
          </>
        )}
      </Loaded>
    </Page>
  );
};

const Overview = ({ webhook }: { webhook: KnownWebhook }) => {
  const { webhooks, common } = texts();
  const { state, disabled_because, failing_since, project_id, former_secret_until } = webhook;
  return (
    <Facts
      facts={[
        [webhooks.state, <WebhookState key="state" state={state} />],
        [webhooks.why, disabled_because && webhooks.reasons[disabled_because]],
        [webhooks.failingSince, failing_since && <Time at={failing_since} />],
        [webhooks.address, <bdi key="url">{webhook.url}</bdi>],
        [common.project, project_id ? <bdi>{projectName(project_id)}</bdi> : common.all],
        [webhooks.formerSecret, former_secret_until && <Time at={former_secret_until} />],
        [webhooks.made, <Time key="made" at={webhook.created_at} />],
      ]}
    />
  );
};

const Change = ({ webhook, onChanged }: { webhook: KnownWebhook; onChanged: (webhook: KnownWebhook) => void }) => {
  const [draft, setDraft] = useState(() => draftOf(webhook));
  const { webhooks, common } = texts();
  const body = changes(webhook, draft);
  useUnsaved(body !== undefined);
  const { run, isBusy, problem } = useAction(async () => {
    if (!body) return;
    const changed = await artel().call('PATCH /my/webhooks/{webhook_id}', { path: { webhook_id: webhook.id }, body });
    onChanged(changed);
    setDraft(draftOf(changed));
    notify(common.saved);
  });
  return (
    <Section title={webhooks.change}>
      <Form label={webhooks.change} problem={problem.value} onSubmit={() => isComplete(draft) && void run()}>
        <WebhookFields draft={draft} onChange={setDraft} errors={problem.value?.fields ?? {}} hasFixedProject />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!body || !isComplete(draft)}>
            {common.save}
          </Button>
        </Actions>
      </Form>
    </Section>
  );
};
