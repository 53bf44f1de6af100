import { useEffect } from 'preact/hooks';
import { ofPerson } from '../person/of-person.ts';
import { artel } from '../person/session.ts';
import { project } from './project.ts';

/** The titles of the project's newest chats, by id: what a run was about, in words. */
const titles = ofPerson<ReadonlyMap<string, string>>(new Map());

const LIMIT = 100;
/** What the API calls a chat that nobody has given a name: it tells nothing. */
export const UNNAMED = 'New chat';

/** Read anew when a list that shows them appears. Where they cannot be read, ids are shown. */
export const useSessionTitles = (): ReadonlyMap<string, string> => {
  useEffect(() => {
    const stop = new AbortController();
    artel()
      .call('GET /my/projects/{project_id}/chat/sessions', {
        path: { project_id: project.value },
        query: { limit: LIMIT },
        signal: stop.signal,
      })
      .then(
        ({ items }) => {
          titles.value = new Map(items.flatMap(({ id, title }) => (title && title !== UNNAMED ? [[id, title]] : [])));
        },
        () => undefined,
      );
    return () => stop.abort();
  }, [project.value]);
  return titles.value;
};
