import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { EmailField } from '../../design/form/account-fields.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';
import { post } from './post.ts';

/** The answer is the same whether there is such an account or not. */
export const Forgotten = () => {
  const [email, setEmail] = useState('');
  const [isSent, setSent] = useState(false);
  const { signIn } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    await post('POST /auth/reset', { email: email.trim() });
    setSent(true);
  });
  if (isSent) return <p role="status">{signIn.resetSent}</p>;
  return (
    <Form label={signIn.forgotten} problem={problem.value} onSubmit={() => void run()}>
      <EmailField value={email} onInput={setEmail} />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!email}>
          {signIn.sendLink}
        </Button>
      </Actions>
    </Form>
  );
};
