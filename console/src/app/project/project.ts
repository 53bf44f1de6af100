import { computed } from '@preact/signals';
import type { components } from '../../../../clients/typescript/src/index.ts';
import { ofPerson } from '../person/of-person.ts';
import { artel, session } from '../person/session.ts';
import { go, place } from '../place/route.ts';

export type Project = components['schemas']['Project'];

/** The project that is looked at, as its paths name it. The address says which; without it, the person's default one. */
export const project = computed(() => place.value.query.project ?? 'default');

/** The projects of the person, read once for the switcher and whenever there is another. */
export const projects = ofPerson<readonly Project[] | undefined>(undefined);

export const loadProjects = async (): Promise<void> => {
  const asked = artel();
  const { items } = await asked.call('GET /my/projects', { query: { limit: 100 } });
  // Whoever was here may have left meanwhile.
  if (session.value?.artel === asked) projects.value = items;
};

/** Shows the same screen of another project, without what belongs to the former one. */
export const showProject = (id: string): void => {
  const isDefault = projects.value?.some((one) => one.id === id && one.is_default) ?? false;
  go({ screen: place.value.screen, query: { project: isDefault || id === 'default' ? undefined : id } });
};
