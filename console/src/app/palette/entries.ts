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
    ...shown.map(({ name }) => ({ label: screens[name], about: common.navigation, href: href({ screen: name }) })),
    ...(projects.value ?? []).map(({ id, name, is_default }) => ({
      label: name,
      about: common.project,
      href: href({ screen: 'chat', query: { project: is_default ? undefined : id } }),
    })),
  ];
};

const LIMIT = 50;

/** What the project has: its chats, agents and builds. What cannot be read is not offered. */
export const projectEntries = async (signal: AbortSignal): Promise<Entry[]> => {
  const { screens } = texts();
  const asked = { path: { project_id: project.value }, query: { limit: LIMIT }, signal };
  const sessions = artel().call('GET /my/projects/{project_id}/chat/sessions', asked);
  const lists = await Promise.allSettled([
    sessions.then(({ items }) =>
      items.map(({ id, title }) => ({ label: title, about: screens.chat, href: href({ screen: 'chat', item: id }) })),
    ),
    artel()
      .call('GET /my/projects/{project_id}/agents', asked)
      .then(({ items }) =>
        items.map(({ name, config }) => ({
          label: config.display_name ?? name,
          about: screens.agents,
          href: href({ screen: 'agents', item: name }),
        })),
      ),
    // A build is called as its chat is.
    Promise.all([artel().call('GET /my/projects/{project_id}/builds', asked), sessions]).then(([builds, chats]) => {
      const titles = new Map(chats.items.map(({ id, title }) => [id, title]));
      return builds.items.map(({ run_id, session_id }) => ({
        label: titles.get(session_id) ?? run_id,
        about: screens.builds,
        href: href({ screen: 'builds', item: run_id }),
      }));
    }),
  ]);
  return lists.flatMap((list) => (list.status === 'fulfilled' ? list.value : []));
};
