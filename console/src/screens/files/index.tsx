import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { Empty } from '../../design/show/empty.tsx';
import { texts } from '../../texts/index.ts';
import { Browse } from './browse.tsx';
import { VersionPage } from './history/version-page.tsx';
import { Versions } from './history/versions.tsx';
import { Overview } from './overview.tsx';
import { Exchange } from './transfer/exchange.tsx';
import { versionIn } from './version-in.ts';

/** `files/12` is a version; without an item the files are shown, as they are or at `version`. */
export const Screen: ScreenType = ({ place: { item, query } }) => {
  const { screens, common, files: t } = texts();
  if (item !== undefined) {
    const version = versionIn(item);
    if (version !== undefined)
      return <VersionPage key={`${version} ${query.from}`} version={version} from={versionIn(query.from)} />;
    return (
      <Page title={screens.files}>
        <Empty title={common.nothingHere} />
      </Page>
    );
  }
  const view = query.view ?? 'files';
  const version = versionIn(query.version);
  const tabs = [
    { name: 'files', label: screens.files },
    { name: 'versions', label: t.versions },
    { name: 'exchange', label: t.exchange },
    { name: 'overview', label: t.overview },
  ];
  return (
    <Page title={screens.files}>
      <Tabs label={t.views} tabs={tabs} current={view} />
      {view === 'versions' && <Versions />}
      {view === 'exchange' && <Exchange folder={query.folder} version={version} />}
      {view === 'overview' && <Overview version={version} />}
      {!['versions', 'exchange', 'overview'].includes(view) && <Browse version={version} path={query.path} />}
    </Page>
  );
};
