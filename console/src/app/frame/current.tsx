import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../design/form/button.tsx';
import { Page } from '../../design/layout/page.tsx';
import { Busy } from '../../design/show/busy.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { isAdministrator } from '../person/session.ts';
import { href, place } from '../place/route.ts';
import { project } from '../project/project.ts';
import { FIRST, type Screen, screenNamed } from '../screens.ts';

const loaded = new Map<string, Screen>();

/** The screen of the place, loaded when it is first shown. */
export const Current = () => {
  const name = place.value.screen || FIRST;
  const entry = screenNamed(name);
  const [, drawAgain] = useState(0);
  const [failed, setFailed] = useState<string>();
  useEffect(() => {
    if (!entry || loaded.has(name)) return;
    entry.load().then(
      ({ Screen }) => {
        loaded.set(name, Screen);
        drawAgain((times) => times + 1);
      },
      () => setFailed(name),
    );
  }, [name, entry]);
  const { common, screens } = texts();
  if (!entry) {
    return (
      <Page title={common.nothingHere}>
        <Empty title={common.nothingHere}>
          <a href={href({ screen: FIRST })}>{common.toChat}</a>
        </Empty>
      </Page>
    );
  }
  if (entry.of === 'deployment' && !isAdministrator.value) {
    return (
      <Page title={screens[entry.name]}>
        <Empty title={common.notForYou} />
      </Page>
    );
  }
  if (failed === name) {
    return (
      <Page title={screens[entry.name]}>
        <Empty title={common.screenFailed}>
          <Button onClick={() => location.reload()}>{common.reloadPage}</Button>
        </Empty>
      </Page>
    );
  }
  const Shown = loaded.get(name);
  // Another project is another screen: nothing of the former one stays on it.
  return Shown ? <Shown key={`${name} ${project.value}`} place={place.value} /> : <Busy />;
};
