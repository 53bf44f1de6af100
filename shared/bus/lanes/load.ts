import * as z from 'zod';
import type { ProjectScope } from '../../core/scope.ts';
import type { LaneItem } from '../records/lane.ts';
import { findLane } from './changes.ts';

/** What is under way in a project. */
export const loadShape = {
  /** Tasks that were accepted and have not ended; those that run now, and those that wait for their agent. */
  live_tasks: z.int(),
  running_tasks: z.int(),
  queued_tasks: z.int(),
};
const loadSchema = z.object(loadShape);
export type Load = z.infer<typeof loadSchema>;

export const loadOf = (lanes: readonly LaneItem[]): Load => ({
  live_tasks: lanes.reduce((sum, { live }) => sum + live, 0),
  running_tasks: lanes.reduce((sum, { running }) => sum + running, 0),
  queued_tasks: lanes.reduce((sum, { waiting }) => sum + waiting, 0),
});

/** The lanes of these agents; those that are gone are left out. */
export const findLanes = async (project: ProjectScope, agents: readonly string[]): Promise<LaneItem[]> => {
  const lanes = await Promise.all(agents.map((agent) => findLane(project, agent)));
  return lanes.filter((lane) => lane !== undefined);
};
