import type { ComponentType } from 'preact';
import { href } from '../../app/place/route.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Parts } from '../../design/layout/parts.tsx';
import { texts } from '../../texts/index.ts';
import { AccountPart } from './account/account.tsx';
import { Activity } from './activity.tsx';
import { DataPart } from './data.tsx';
import { KeysPart } from './keys/keys.tsx';
import { Notifications } from './notifications.tsx';
import { SignIns } from './sign-ins.tsx';

/** The first is shown where the address names none. */
const PARTS = {
  account: AccountPart,
  keys: KeysPart,
  'sign-ins': SignIns,
  notifications: Notifications,
  activity: Activity,
  data: DataPart,
} satisfies Record<string, ComponentType>;

type PartName = keyof typeof PARTS;

const isPart = (name: string | undefined): name is PartName => name !== undefined && Object.hasOwn(PARTS, name);

export const Screen: ScreenType = ({ place }) => {
  const { screens, profile } = texts();
  const current: PartName = isPart(place.item) ? place.item : 'account';
  const Shown = PARTS[current];
  const parts = (Object.keys(PARTS) as PartName[]).map((name) => ({
    name,
    label: profile.parts[name],
    href: href({ screen: 'profile', item: name === 'account' ? undefined : name }),
  }));
  return (
    <Page title={screens.profile}>
      <Parts label={screens.profile} parts={parts} current={current} />
      <Shown key={current} />
    </Page>
  );
};
