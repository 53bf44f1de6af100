import { useState } from 'preact/hooks';
import { useAction } from '../../../api/action.ts';
import { notify } from '../../../app/frame/notices.ts';
import { artel, user } from '../../../app/person/session.ts';
import { NewPasswordField, PasswordField } from '../../../design/form/account-fields.tsx';
import { Button } from '../../../design/form/button.tsx';
import { Actions, Form } from '../../../design/form/form.tsx';
import { texts } from '../../../texts/index.ts';

export const PasswordForm = () => {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const { profile } = texts();
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
        <PasswordField value={current} onInput={setCurrent} error={fields.current_password} />
        <NewPasswordField value={next} onInput={setNext} error={fields.password} />
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
