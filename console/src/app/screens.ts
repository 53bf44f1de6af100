import type { ComponentType } from 'preact';
import type { Place } from './place/place.ts';

/** What a folder of `screens` gives: it draws one place. */
export type Screen = ComponentType<{ place: Place }>;
type Loaded = { Screen: Screen };

/** `about`: where it stands in the navigation. `of`: a project's things, the person's own, or the deployment's. */
export type ScreenEntry = { name: string; of: 'project' | 'person' | 'deployment'; load: () => Promise<Loaded> };

/** Every screen of somebody who is signed in, in the order of the navigation; each is loaded when it is first shown. */
export const SCREENS = [
  { name: 'chat', of: 'project', load: () => import('../screens/chat/index.tsx') },
  { name: 'plans', of: 'project', load: () => import('../screens/plans/index.tsx') },
  { name: 'approvals', of: 'project', load: () => import('../screens/approvals/index.tsx') },
  { name: 'runs', of: 'project', load: () => import('../screens/runs/index.tsx') },
  { name: 'agents', of: 'project', load: () => import('../screens/agents/index.tsx') },
  { name: 'memory', of: 'project', load: () => import('../screens/memory/index.tsx') },
  { name: 'files', of: 'project', load: () => import('../screens/files/index.tsx') },
  { name: 'builds', of: 'project', load: () => import('../screens/builds/index.tsx') },
  { name: 'previews', of: 'project', load: () => import('../screens/previews/index.tsx') },
  { name: 'secrets', of: 'project', load: () => import('../screens/secrets/index.tsx') },
  { name: 'projects', of: 'person', load: () => import('../screens/projects/index.tsx') },
  { name: 'cost', of: 'person', load: () => import('../screens/cost/index.tsx') },
  { name: 'policies', of: 'person', load: () => import('../screens/policies/index.tsx') },
  { name: 'webhooks', of: 'person', load: () => import('../screens/webhooks/index.tsx') },
  { name: 'profile', of: 'person', load: () => import('../screens/profile/index.tsx') },
  { name: 'admin', of: 'deployment', load: () => import('../screens/admin/index.tsx') },
] as const satisfies readonly ScreenEntry[];

export type ScreenName = (typeof SCREENS)[number]['name'];

export const FIRST: ScreenName = 'chat';

export const screenNamed = (name: string): (typeof SCREENS)[number] | undefined =>
  SCREENS.find((one) => one.name === name);
