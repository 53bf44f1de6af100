import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page, Section } from '../../design/layout/page.tsx';
import { texts } from '../../texts/index.ts';
import { BuildList } from './build-list.tsx';
import { BuildPage } from './build-page.tsx';
import { StartForm } from './start/start-form.tsx';

/** `builds/run_1` is one build; without an item, all of them and the form for another. */
export const Screen: ScreenType = ({ place: { item, query } }) => {
  const { screens, builds: t } = texts();
  if (item !== undefined) return <BuildPage key={item} run={item} />;
  return (
    <Page title={screens.builds}>
      <Section title={t.startTitle}>
        <StartForm key={query.request} wish={query.request} />
      </Section>
      <Section title={t.list}>
        <BuildList />
      </Section>
    </Page>
  );
};
