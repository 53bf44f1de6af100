import { useRef } from 'preact/hooks';
import { isAdministrator } from '../../app/person/session.ts';
import { href } from '../../app/place/route.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Tabs } from '../../design/layout/tabs.tsx';
import { texts } from '../../texts/index.ts';
import { Calls } from './calls/calls.tsx';
import { OneCall } from './calls/one-call.tsx';
import { Deployment } from './views/deployment.tsx';
import { Own } from './views/own.tsx';

const VIEWS = ['own', 'calls', 'deployment'] as const;

export const Screen: ScreenType = ({ place: { item, query } }) => {
  const { policies, screens } = texts();
  const isAdmin = isAdministrator.value;
  const views = VIEWS.filter((one) => one !== 'deployment' || isAdmin);
  const view = views.find((one) => one === query.view) ?? 'own';
  const whose = isAdmin && query.of === 'all' ? 'all' : 'own';
  // A list that was changed stays as it is while another view is looked at; none is asked for before it was.
  const opened = useRef(new Set<string>());
  if (item === undefined) opened.current.add(view);
  const kept = (name: (typeof VIEWS)[number]): boolean => opened.current.has(name);
  const isShown = (name: (typeof VIEWS)[number]): boolean => item === undefined && view === name;
  const list = { view: 'calls', ...(whose === 'all' && { of: 'all', day: query.day }) };
  return (
    <Page
      title={item === undefined ? screens.policies : policies.oneCall}
      back={item === undefined ? undefined : { href: href({ screen: 'policies', query: list }), label: policies.calls }}
    >
      {item === undefined && (
        <Tabs
          label={screens.policies}
          current={view}
          tabs={views.map((name) => ({ name, label: policies.views[name] }))}
          keeps
        />
      )}
      {item !== undefined && <OneCall id={item} whose={whose} />}
      {item === undefined && view === 'calls' && <Calls whose={whose} day={query.day} />}
      <div class="policy-view" hidden={!isShown('own')}>
        {kept('own') && <Own />}
      </div>
      <div class="policy-view" hidden={!isShown('deployment')}>
        {kept('deployment') && <Deployment user={query.user} />}
      </div>
    </Page>
  );
};
