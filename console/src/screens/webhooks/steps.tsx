import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { go } from '../../app/place/route.ts';
import { Confirm } from '../../design/dialog/confirm.tsx';
import { ShownOnce } from '../../design/dialog/shown-once.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions } from '../../design/form/form.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { filled, texts } from '../../texts/index.ts';
import type { KnownWebhook } from './draft.ts';

export type StepsProps = {
  webhook: KnownWebhook;
  onChanged: (webhook: KnownWebhook) => void;
  onTested: () => void;
};

/** What can be done with a webhook besides changing it. */
export const Steps = ({ webhook, onChanged, onTested }: StepsProps) => {
  const [asking, ask] = useState<'secret' | 'delete'>();
  const [secret, show] = useState<string>();
  const { webhooks, common } = texts();
  const path = { webhook_id: webhook.id };
  const isOff = webhook.state === 'disabled';
  const test = useAction(async () => {
    await artel().call('POST /my/webhooks/{webhook_id}/test', { path });
    notify(webhooks.tested);
    onTested();
  });
  const turn = useAction(async () => {
    onChanged(await artel().call('PATCH /my/webhooks/{webhook_id}', { path, body: { enabled: isOff } }));
    notify(isOff ? webhooks.enabled : webhooks.disabled);
  });
  const rotate = useAction(async () => {
    const { secret: made, ...changed } = await artel().call('POST /my/webhooks/{webhook_id}/secret', { path });
    onChanged(changed);
    ask(undefined);
    show(made);
  });
  const remove = useAction(async () => {
    await artel().call('DELETE /my/webhooks/{webhook_id}', { path });
    notify(filled(webhooks.deleted, { name: webhook.name }));
    go({ screen: 'webhooks' }, { replace: true });
  });
  return (
    <>
      <Actions>
        <Button kind="main" isBusy={test.isBusy.value} onClick={() => void test.run()}>
          {webhooks.test}
        </Button>
        <Button isBusy={turn.isBusy.value} onClick={() => void turn.run()}>
          {isOff ? webhooks.enable : webhooks.disable}
        </Button>
        <Button onClick={() => ask('secret')}>{webhooks.newSecret}</Button>
        <Button kind="danger" onClick={() => ask('delete')}>
          {common.delete}
        </Button>
      </Actions>
      <ProblemNote problem={test.problem.value ?? turn.problem.value} />
      {asking === 'secret' && (
        <Confirm
          title={webhooks.newSecret}
          text={webhooks.newSecretText}
          action={webhooks.newSecret}
          isBusy={rotate.isBusy.value}
          problem={rotate.problem.value}
          onConfirm={() => void rotate.run()}
          onClose={() => ask(undefined)}
        />
      )}
      {asking === 'delete' && (
        <Confirm
          title={filled(webhooks.deleteThis, { name: webhook.name })}
          text={webhooks.deleteText}
          action={common.delete}
          isBusy={remove.isBusy.value}
          problem={remove.problem.value}
          onConfirm={() => void remove.run()}
          onClose={() => ask(undefined)}
        />
      )}
      {secret && (
        <ShownOnce
          title={webhooks.secret}
          text={webhooks.secretOnce}
          label={webhooks.secret}
          secret={secret}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
};
