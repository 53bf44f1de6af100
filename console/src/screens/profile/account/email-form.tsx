import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel } from '../../../app/person/session.ts';
import { PasswordField } from '../../../design/form/account-fields.tsx';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { Badge } from '../../../design/show/badge.tsx';
import { ProblemNote } from '../../../design/show/problem-note.tsx';
import { filled, texts } from '../../../texts/index.ts';
import type { Profile } from './name-form.tsx';

/** Whether the address is confirmed, and a way to another one: it is theirs once the link mailed to it was followed. */
export const EmailForm = ({ who }: { who: Profile }) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [mailedTo, setMailedTo] = useState<string>();
  const { profile } = texts();
  const confirmation = useAction(async () => {
    await artel().call('POST /auth/confirm/link', {});
    notify(filled(profile.linkMailed, { email: who.email }));
  });
  const change = useAction(async () => {
    const wanted = email.trim();
    await artel().call('POST /auth/email', { body: { email: wanted, password } });
    setMailedTo(wanted);
    setEmail('');
    setPassword('');
  });
  const fields = change.problem.value?.fields ?? {};
  return (
    <>
      <p class="row">
        <bdi>{who.email}</bdi>
        <Badge tone={who.email_confirmed ? 'good' : 'attention'}>
          {who.email_confirmed ? profile.confirmed : profile.unconfirmed}
        </Badge>
        {!who.email_confirmed && (
          <Button isBusy={confirmation.isBusy.value} onClick={() => void confirmation.run()}>
            {profile.mailConfirmation}
          </Button>
        )}
      </p>
      <ProblemNote problem={confirmation.problem.value} />
      <Form label={profile.changeEmail} problem={change.problem.value} onSubmit={() => void change.run()}>
        <div class="row">
          <TextField
            label={profile.newEmail}
            type="email"
            value={email}
            onInput={setEmail}
            error={fields.email}
            autocomplete="email"
            isRequired
          />
          <PasswordField value={password} onInput={setPassword} error={fields.password} />
        </div>
        <p class="hint">{profile.changeEmailHint}</p>
        {mailedTo && <p role="status">{filled(profile.linkMailed, { email: mailedTo })}</p>}
        <Actions>
          <Button type="submit" isBusy={change.isBusy.value} isDisabled={!email || !password}>
            {profile.changeEmail}
          </Button>
        </Actions>
      </Form>
    </>
  );
};
