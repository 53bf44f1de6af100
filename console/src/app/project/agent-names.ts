import { useEffect } from 'preact/hooks';
import { ofPerson } from '../person/of-person.ts';
import { artel } from '../person/session.ts';
import { project } from './project.ts';

/** What the project's agents are called, by their keys. */
const names = ofPerson<ReadonlyMap<string, string>>(new Map());

const LIMIT = 100;

/** Read anew when a screen that shows them appears. Of agents that are gone, or cannot be read, keys are shown. */
export const useAgentNames = (): ReadonlyMap<string, string> => {
  useEffect(() => {
    const stop = new AbortController();
    artel()
      .call('GET /my/projects/{project_id}/agents', {
        path: { project_id: project.value },
        query: { limit: LIMIT },
        signal: stop.signal,
      })
      .then(
        ({ items }) => {
          names.value = new Map(items.map(({ key, name }) => [key, name]));
        },
        () => undefined,
      );
    return () => stop.abort();
  }, [project.value]);
  return names.value;
};
