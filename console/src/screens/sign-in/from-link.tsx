import { useState } from 'preact/hooks';
import { useAction } from '../../api/action.ts';
import { go, href } from '../../app/place/route.ts';
import { NewPasswordField } from '../../design/form/account-fields.tsx';
import { Button } from '../../design/form/button.tsx';
import { Actions, Form } from '../../design/form/form.tsx';
import { texts } from '../../texts/index.ts';
import { type Link, linkIn } from './link.ts';
import { post } from './post.ts';
import { Register } from './register.tsx';

/** Read once and taken out of the history: nobody finds it there. */
const readLink = (): Link | undefined => {
  const link = linkIn(location.hash);
  history.replaceState(null, '', location.pathname);
  return link;
};

/** Where links in mails lead. Nothing happens before the button: programs that look through mails open links, and press nothing. */
export const FromLink = () => {
  const [link] = useState(readLink);
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const { signIn } = texts();
  const { run, isBusy, problem } = useAction(async () => {
    if (link?.kind === 'confirm') await post('POST /auth/confirm', { token: link.token });
    if (link?.kind === 'reset') await post('POST /auth/reset/complete', { token: link.token, password });
    setDone(true);
  });
  const home = href({ screen: '' });
  if (!link) {
    return (
      <p role="alert">
        {signIn.brokenLink} <a href={home}>{signIn.title}</a>
      </p>
    );
  }
  if (isDone) {
    return (
      <p role="status">
        {signIn.linkDone} <a href={home}>{signIn.title}</a>
      </p>
    );
  }
  if (link.kind === 'invitation') {
    return <Register invitation={link.token} onDone={() => go({ screen: '' }, { replace: true })} />;
  }
  return (
    <Form label={signIn.title} problem={problem.value} onSubmit={() => void run()}>
      {link.kind === 'reset' && (
        <NewPasswordField value={password} onInput={setPassword} error={problem.value?.fields.password} />
      )}
      <Actions>
        <Button kind="main" type="submit" isBusy={isBusy.value} isDisabled={link.kind === 'reset' && !password}>
          {link.kind === 'confirm' ? signIn.confirmAddress : signIn.setPassword}
        </Button>
      </Actions>
    </Form>
  );
};
