import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { enterWith } from '../../app/person/session.ts';
import { EmailField, PasswordField } from '../../design/form/account-fields.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';

export const ByPassword = () => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { signIn } = texts();
  const { run, isBusy, problem } = useAction(enterWith);
  const said = problem.value;
  const known =
    said && { unauthorized: signIn.wrong, locked: signIn.locked, confirmation_required: signIn.confirm }[said.code];
  return (
    <Form
      label={signIn.title}
      problem={known ? { ...said, code: '', status: 0, detail: known, fields: {} } : said}
      onSubmit={() => void run(email.trim(), password)}
    >
      <EmailField value={email} onInput={setEmail} />
      <PasswordField label={signIn.password} value={password} onInput={setPassword} />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!email || !password}>
          {signIn.enter}
        </Button>
      </Actions>
    </Form>
  );
};
