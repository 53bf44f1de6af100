import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel, user } from '../../../app/person/session.ts';
import { Button } from '../../../design/form/button.tsx';
import { TextField } from '../../../design/form/field.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

export const PasswordForm = () => {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { profile, signIn } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await artel().call('POST /auth/password', { body: { current_password: current, password: next } });
    setCurrent('');
    setNext('');
    notify(profile.passwordChanged);
  });
  const fields = problem.value?.fields ?? {};
  return (
    <Form label={profile.changePassword} problem={problem.value} onSubmit={() => void run()}>
      {/* Whatever keeps passwords learns by it whose this one is. */}
      <input type="hidden" name="username" autocomplete="username" value={user.value?.email ?? ''} />
      <div class="row top-aligned">
        <TextField
          label={profile.currentPassword}
          type="password"
          value={current}
          onInput={setCurrent}
          error={fields.current_password}
          autocomplete="current-password"
          isRequired
        />
        <TextField
          label={signIn.newPassword}
          hint={signIn.passwordHint}
          type="password"
          value={next}
          onInput={setNext}
          error={fields.password}
          autocomplete="new-password"
          isRequired
        />
      </div>
      <p class="hint">{profile.changePasswordHint}</p>
      <Actions>
        <Button type="submit" isBusy={isBusy.value} isDisabled={!current || !next}>
          {profile.changePassword}
        </Button>
      </Actions>
    </Form>
  );
};
