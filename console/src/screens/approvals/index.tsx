import type { Place } from '../../app/place/place.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { texts } from '../../texts/index.ts';
import { Figures } from './figures.tsx';
import { History } from './history.tsx';
import { Item } from './item.tsx';
import { Pending } from './pending.tsx';
import { Permissions } from './permissions.tsx';

const Inbox = ({ place }: { place: Place }) => {
  const { screens, approvals } = texts();
  const view = place.query.view ?? 'pending';
  return (
    <Page title={screens.approvals}>
      <Tabs
        label={approvals.views}
        current={view}
        tabs={[
          { name: 'pending', label: approvals.pending },
          { name: 'history', label: approvals.history },
          { name: 'permissions', label: approvals.permissions },
          { name: 'figures', label: approvals.figures },
        ]}
      />
      {view === 'history' && <History place={place} />}
      {view === 'permissions' && <Permissions />}
      {view === 'figures' && <Figures />}
      {!['history', 'permissions', 'figures'].includes(view) && <Pending />}
    </Page>
  );
};

export const Screen: ScreenType = ({ place }) =>
  place.item === undefined ? <Inbox place={place} /> : <Item key={place.item} id={place.item} />;
