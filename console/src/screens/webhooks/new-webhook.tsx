import { useState } from 'preact/hooks';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { useAction } from '../../api/action.ts';
import { artel } from '../../app/person/session.ts';
import { go, href } from '../../app/place/route.ts';
import { useUnsaved } from '../../app/place/unsaved.ts';
import { ShownOnce } from '../../design/dialog/shown-once.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Page } from '../../design/layout/page.tsx';
import { texts } from '../../texts/index.ts';
import { isComplete, newBody, newDraft } from './draft.ts';
import { WebhookFields } from './fields.tsx';

type Made = components['schemas']['WebhookWithSecret'];

export const NewWebhook = () => {
  const [before] = useState(newDraft);
  const [draft, setDraft] = useState(before);
  const [made, setMade] = useState<Made>();
  const { webhooks, screens, common } = texts();
  useUnsaved(made === undefined && draft !== before);
  const { run, isBusy, problem } = useAction(async () =>
    setMade(await artel().call('POST /my/webhooks', { body: newBody(draft) })),
  );
  const list = href({ screen: 'webhooks' });
  return (
    <Page title={webhooks.new} back={{ href: list, label: screens.webhooks }}>
      <Form label={webhooks.new} problem={problem.value} onSubmit={() => isComplete(draft) && !made && void run()}>
        <WebhookFields draft={draft} onChange={setDraft} errors={problem.value?.fields ?? {}} />
        <Actions>
          <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!isComplete(draft)}>
            {common.create}
          </Button>
          <a class="button plain" href={list}>
            {common.cancel}
          </a>
        </Actions>
      </Form>
      {made && (
        <ShownOnce
          title={webhooks.secret}
          text={webhooks.secretOnce}
          label={webhooks.secret}
          secret={made.secret}
          onClose={() => go({ screen: 'webhooks', item: made.id }, { replace: true })}
        />
      )}
    </Page>
  );
};
