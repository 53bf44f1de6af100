import type { ProjectRecords } from '../records/project.ts';
import type { Records } from '../records/records.ts';
import type { Moment, Violation } from '../snapshot.ts';

export type Found = Omit<Violation, 'invariant'>;

/** A promise of some room, as something that can be looked at. */
export type Invariant = {
  name: string;
  moment: Moment;
  /** Where it is broken. */
  broken: (records: Records) => Found[];
};

/**
 * An invariant of projects. Of one that is being removed nothing is promised but that it goes: its items go one by one, in
 * no order that would keep counts.
 */
export const ofProjects = (broken: (project: ProjectRecords) => Found[]): Invariant['broken'] => {
  return ({ projects }) =>
    projects
      .filter(({ state }) => state === 'active')
      .flatMap((project) =>
        broken(project).map((found) => ({ ...found, about: { project: project.id, ...found.about } })),
      );
};
