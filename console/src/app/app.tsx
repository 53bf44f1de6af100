import { useEffect } from 'preact/hooks';
import { whenSignInEnds } from '../api/ended.ts';
import { Busy } from '../design/show/busy.tsx';
import { SignIn } from '../screens/sign-in/index.tsx';
import { loadTexts } from '../texts/index.ts';
import { Notices } from './frame/notice-list.tsx';
import { Shell } from './frame/shell.tsx';
import { ended, session } from './person/session.ts';
import { place } from './place/route.ts';
import { showPreferences } from './preferences/preferences.ts';

/** Places that links in mails lead to: whoever opens them need not be signed in. */
const FOR_ANYBODY = ['link'];

export const App = () => {
  useEffect(() => {
    showPreferences();
    loadTexts();
    whenSignInEnds(ended);
  }, []);
  const known = session.value;
  const isForAnybody = FOR_ANYBODY.includes(place.value.screen);
  return (
    <>
      {known === undefined && !isForAnybody && <Busy />}
      {known && !isForAnybody && <Shell />}
      {(isForAnybody || known === null) && <SignIn />}
      <Notices />
    </>
  );
};
