import type { ComponentType } from 'preact';
import type { Place } from '../../app/place/place.ts';
import { href } from '../../app/place/route.ts';
import type { Screen as ScreenType } from '../../app/screens.ts';
import { Page } from '../../design/layout/page.tsx';
import { Parts } from '../../design/layout/parts.tsx';
import { texts } from '../../texts/index.ts';
import { AuditPart } from './audit.tsx';
import { BlocksPart } from './figures/blocks.tsx';
import { CachePart } from './figures/cache.tsx';
import { ErrorsPart } from './figures/errors.tsx';
import { UsagePart } from './figures/usage.tsx';
import { InvitationsPart } from './invitations/invitations.tsx';
import { TiersPart } from './tiers/tiers.tsx';
import { UsersPart } from './users/users.tsx';
import { RunsPart } from './work/runs.tsx';
import { SpacesPart } from './work/spaces.tsx';

/** What the address asks of a part: whose, of which days, and so on. */
export type PartProps = { query: Place['query'] };

/** The first is shown where the address names none. */
const PARTS = {
  users: UsersPart,
  invitations: InvitationsPart,
  tiers: TiersPart,
  runs: RunsPart,
  errors: ErrorsPart,
  usage: UsagePart,
  spaces: SpacesPart,
  cache: CachePart,
  blocks: BlocksPart,
  audit: AuditPart,
} satisfies Record<string, ComponentType<PartProps>>;

type PartName = keyof typeof PARTS;

const isPart = (name: string | undefined): name is PartName => name !== undefined && Object.hasOwn(PARTS, name);

export const Screen: ScreenType = ({ place }) => {
  const { screens, admin } = texts();
  const current: PartName = isPart(place.item) ? place.item : 'users';
  const Shown: ComponentType<PartProps> = PARTS[current];
  const parts = (Object.keys(PARTS) as PartName[]).map((name) => ({
    name,
    label: admin.parts[name],
    href: href({ screen: 'admin', item: name === 'users' ? undefined : name }),
  }));
  return (
    <Page title={screens.admin}>
      <Parts label={screens.admin} parts={parts} current={current} />
      <Shown key={current} query={place.query} />
    </Page>
  );
};
