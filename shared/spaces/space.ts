import type { Cache } from '../cache/index.ts';
import type { ProjectScope } from '../core/scope.ts';
import { SpaceAgents } from './agents.ts';
import type { Known } from './known.ts';

/**
 * One project of one user, as whoever works in it holds it: who acts, and the project's agents. It is made for each request,
 * because two callers of one project may be allowed different things; what they share is what the container knows.
 */
export class Space {
  readonly project: ProjectScope;
  readonly agents: SpaceAgents;

  constructor(project: ProjectScope, known: Known, cache: () => Cache) {
    this.project = project;
    this.agents = new SpaceAgents(project, known, cache);
  }
}
