import type { components } from '../../../../clients/typescript/src/index.ts';
import { type Pages, pages } from '../../api/pages.ts';
import { texts } from '../../texts/index.ts';
import { artel, isAdministrator } from '../person/session.ts';
import { href } from '../place/route.ts';
import { project, projects } from '../project/project.ts';
import { SCREENS } from '../screens.ts';
import type { Entry } from './find.ts';

/** The screens, and the same screen of other projects. They are known without asking anybody. */
export const screenEntries = (): Entry[] => {
  const { common, screens } = texts();
  const shown = SCREENS.filter(({ of }) => of !== 'deployment' || isAdministrator.value);
  return [
    ...shown.map(({ name }) => ({ label: screens[name], about: '', href: href({ screen: name }) })),
    ...(projects.value ?? []).map(({ id, name, is_default }) => ({
      label: name,
      about: common.project,
      href: href({ screen: 'chat', query: { project: is_default ? undefined : id } }),
    })),
  ];
};

/** What the project has, the newest first. */
export type Lists = {
  chats: Pages<components['schemas']['Session']>;
  agents: Pages<components['schemas']['Agent']>;
  builds: Pages<Pick<components['schemas']['Build'], 'run_id' | 'session_id'>>;
};

/** Of each list at first, and at each further page. */
const [FIRST, FURTHER] = [50, 100];

export const projectLists = (): Lists => {
  const path = { project_id: project.value };
  const asked = (cursor: string | undefined, signal: AbortSignal) => ({
    path,
    query: { order: 'desc' as const, limit: cursor === undefined ? FIRST : FURTHER, ...(cursor && { cursor }) },
    signal,
  });
  return {
    chats: pages((cursor, signal) =>
      artel().call('GET /my/projects/{project_id}/chat/sessions', asked(cursor, signal)),
    ),
    agents: pages((cursor, signal) => artel().call('GET /my/projects/{project_id}/agents', asked(cursor, signal))),
    builds: pages((cursor, signal) => artel().call('GET /my/projects/{project_id}/builds', asked(cursor, signal))),
  };
};

/** What is known of the project. What cannot be read is not offered. */
export const projectEntries = ({ chats, agents, builds }: Lists): Entry[] => {
  const { screens } = texts();
  const known = chats.items.value ?? [];
  // A build is called as its chat is.
  const titles = new Map(known.map(({ id, title }) => [id, title]));
  return [
    ...known.map(({ id, title }) => ({ label: title, about: screens.chat, href: href({ screen: 'chat', item: id }) })),
    ...(agents.items.value ?? []).map(({ name, config }) => ({
      label: config.display_name ?? name,
      about: screens.agents,
      href: href({ screen: 'agents', item: name }),
    })),
    ...(builds.items.value ?? []).map(({ run_id, session_id }) => ({
      label: titles.get(session_id) ?? run_id,
      about: screens.builds,
      href: href({ screen: 'builds', item: run_id }),
    })),
  ];
};
