import { useState } from 'preact/hooks';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { useAction } from '../../api/action.ts';
import { useResource } from '../../api/resource.ts';
import { notify } from '../../app/frame/notices.ts';
import { artel } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import { useUnsaved } from '../../app/place/unsaved.ts';
import { Button } from '../../design/form/button.tsx';
import { Choices } from '../../design/form/choices.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { Section } from '../../design/layout/page.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { Loaded } from '../../design/show/loaded.tsx';
import { eventChoices, type NotifiedEvent } from '../../texts/events.ts';
import { filled, texts } from '../../texts/index.ts';

type Known = components['schemas']['Notifications'];

/** Of what the person is told by e-mail. */
export const Notifications = () => {
  const known = useResource((signal) => artel().call('GET /my/notifications', { signal }));
  const { profile } = texts();
  return (
    <Section title={profile.parts.notifications}>
      <p>
        {profile.notificationsLead} <a href={href({ screen: 'webhooks' })}>{profile.toWebhooks}</a>
      </p>
      <Loaded from={known}>
        {({ email }) => {
          if (!email.is_available) return <Empty title={profile.noMails} />;
          if (email.address === null) {
            return (
              <Empty title={profile.confirmFirst}>
                <a href={href({ screen: 'profile' })}>{profile.parts.account}</a>
              </Empty>
            );
          }
          return <NotificationsForm address={email.address} events={email.events} onChanged={known.set} />;
        }}
      </Loaded>
    </Section>
  );
};

type FormProps = { address: string; events: readonly NotifiedEvent[]; onChanged: (known: Known) => void };

const NotificationsForm = ({ address, events, onChanged }: FormProps) => {
  const [chosen, setChosen] = useState<readonly string[]>(events);
  const { common, profile } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const body = { email: { events: chosen as NotifiedEvent[] } };
    onChanged(await artel().call('PUT /my/notifications', { body }));
    notify(common.saved);
  });
  const isSame = chosen.length === events.length && events.every((event) => chosen.includes(event));
  useUnsaved(!isSame);
  return (
    <Form label={profile.parts.notifications} problem={problem.value} onSubmit={() => void run()}>
      <Choices
        label={filled(profile.mailsTo, { email: address })}
        choices={eventChoices()}
        chosen={chosen}
        onChange={setChosen}
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={isSame}>
          {common.save}
        </Button>
        <Button isDisabled={chosen.length === 0} onClick={() => setChosen([])}>
          {profile.noneChosen}
        </Button>
      </Actions>
    </Form>
  );
};
