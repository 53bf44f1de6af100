import { useEffect, useState } from 'preact/hooks';
import { goOn, signInProblem } from '../../app/person/session.ts';
import { place } from '../../app/place/route.ts';
import { Preferences } from '../../app/preferences/form.tsx';
import { Button } from '../../design/form/button.tsx';
import { ProblemNote } from '../../design/show/problem-note.tsx';
import { texts } from '../../texts/index.ts';
import { ByPassword } from './by-password.tsx';
import { ByToken } from './by-token.tsx';
import { Forgotten } from './forgotten.tsx';
import { FromLink } from './from-link.tsx';
import { Register } from './register.tsx';
import { StillSignedIn } from './still-signed-in.tsx';

export type Way = 'password' | 'register' | 'forgotten' | 'token';

/** What somebody sees who is not signed in. Where they wanted to go stays in the address. */
export const SignIn = () => {
  const [way, choose] = useState<Way>('password');
  const { signIn, common } = texts();
  useEffect(() => {
    document.title = `${signIn.title} · ${common.product}`;
  }, [signIn, common]);
  const others: [Way, string][] = [
    ['password', signIn.withPassword],
    ['register', signIn.register],
    ['forgotten', signIn.forgotten],
    ['token', signIn.withToken],
  ];
  const isLink = place.value.screen === 'link';
  return (
    <main class="sign-in" id="content">
      <h1>{common.product}</h1>
      <p class="lead">{signIn.lead}</p>
      {!isLink && <ProblemNote problem={signInProblem.value} onRetry={() => void goOn()} />}
      <StillSignedIn />
      {isLink && <FromLink />}
      {!isLink && way === 'password' && <ByPassword />}
      {!isLink && way === 'register' && <Register onDone={() => choose('password')} />}
      {!isLink && way === 'forgotten' && <Forgotten />}
      {!isLink && way === 'token' && <ByToken />}
      {!isLink && (
        <ul class="ways">
          {others
            .filter(([name]) => name !== way)
            .map(([name, label]) => (
              <li key={name}>
                <Button kind="quiet" onClick={() => choose(name)}>
                  {label}
                </Button>
              </li>
            ))}
        </ul>
      )}
      <Preferences />
    </main>
  );
};
