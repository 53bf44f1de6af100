import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { enterWith } from '../../app/person/session.ts';
import { EmailField, NewPasswordField } from '../../design/form/account-fields.tsx';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';
import { post } from './post.ts';

/** `invitation`: from the link of an invitation. */
export const Register = ({ invitation, onDone }: { invitation?: string; onDone: () => void }) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [name, setName] = useState('');
  const [isMailed, setMailed] = useState(false);
  const { signIn } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    const who = { email: email.trim(), password };
    const display_name = name.trim();
    await post('POST /auth/register', {
      ...who,
      ...(display_name && { display_name }),
      ...(invitation && { invitation }),
    });
    await enterWith(who.email, who.password).then(onDone, (thrown) => {
      if ((thrown as { code?: string }).code !== 'confirmation_required') throw thrown;
      setMailed(true);
    });
  });
  if (isMailed) return <p role="status">{signIn.mailed}</p>;
  const fields = problem.value?.fields ?? {};
  return (
    <Form label={signIn.register} problem={problem.value} onSubmit={() => void run()}>
      <EmailField value={email} onInput={setEmail} error={fields.email} />
      <NewPasswordField label={signIn.password} value={password} onInput={setPassword} error={fields.password} />
      <TextField label={signIn.name} value={name} onInput={setName} error={fields.display_name} autocomplete="name" />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!email || !password}>
          {signIn.register}
        </Button>
      </Actions>
    </Form>
  );
};
