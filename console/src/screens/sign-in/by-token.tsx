import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { enterAs } from '../../app/person/session.ts';
import { Button } from '../../design/form/button.tsx';
import { TextField } from '../../design/form/field.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';

/** For people of another issuer that the deployment trusts, whose access token they have, and for API keys. */
export const ByToken = () => {
  const [token, setToken] = useState('');
  const { signIn } = texts();
  const { run, isBusy, problem } = useAction(enterAs);
  const said = problem.value;
  return (
    <Form
      label={signIn.withToken}
      problem={said?.status === 401 ? { ...said, code: '', status: 0, detail: signIn.wrongToken } : said}
      onSubmit={() => void run(token.trim())}
    >
      <TextField
        label={signIn.token}
        hint={signIn.tokenHint}
        type="password"
        value={token}
        onInput={setToken}
        autocomplete="off"
        isRequired
      />
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={!token.trim()}>
          {signIn.enter}
        </Button>
      </Actions>
    </Form>
  );
};
