import { type ProjectScope, partOfKey } from '../../core/scope.ts';
import { digits, key } from './key.ts';

export const projectKeys = {
  /** How messages become plans in this project. */
  orchestrator: (project: ProjectScope) => key(project.prefix, 'ORCHESTRATOR'),
  agent: (project: ProjectScope, agent: string) => key(project.prefix, `AGENT#${partOfKey(agent)}`),
  agentName: (project: ProjectScope, name: string) => key(project.prefix, `AGENT_NAME#${partOfKey(name)}`),
  agentVersion: (project: ProjectScope, agent: string, version: number) =>
    key(project.prefix, `AGENT_VERSION#${partOfKey(agent)}#${digits(version, 6)}`),
  /** How often the project's agents were changed, and since when it is at work: see agents/revision and spaces. */
  space: (project: ProjectScope) => key(project.prefix, 'SPACE'),
  agentCreations: (project: ProjectScope) => key(project.prefix, 'AGENT_CREATIONS'),
  session: (project: ProjectScope, session: string) => key(project.prefix, `SESSION#${partOfKey(session)}`),
  sessionName: (project: ProjectScope, hash: string) => key(project.prefix, `SESSION_NAME#${partOfKey(hash)}`),
  run: (project: ProjectScope, run: string) => key(project.prefix, `RUN#${partOfKey(run)}`),
  approval: (project: ProjectScope, approval: string) => key(project.prefix, `APR#${partOfKey(approval)}`),
  permission: (project: ProjectScope, agent: string, hash: string) =>
    key(project.prefix, `PERMISSION#${partOfKey(agent)}#${partOfKey(hash)}`),
  secret: (project: ProjectScope, name: string) => key(project.prefix, `SECRET#${partOfKey(name)}`),
  secretCreations: (project: ProjectScope) => key(project.prefix, 'SECRET_CREATIONS'),
  /** That an agent or a session was removed, and is looked at once more. */
  removed: (project: ProjectScope, id: string) => key(project.prefix, `REMOVED#${partOfKey(id)}`),
  /** An answer of the Responses API, and one item of it, for the requests that refer to them. */
  response: (project: ProjectScope, response: string) => key(project.prefix, `RESPONSE#${partOfKey(response)}`),
  responseItem: (project: ProjectScope, item: string) => key(project.prefix, `RESPONSE_ITEM#${partOfKey(item)}`),
  /** The graph a request was turned into; the hash covers everything it depends on. */
  plan: (project: ProjectScope, hash: string) => key(project.prefix, `PLAN_CACHE#${partOfKey(hash)}`),
  /** Which version of the project's files is the newest. */
  workspace: (project: ProjectScope) => key(project.prefix, 'WORKSPACE'),
  workspaceVersion: (project: ProjectScope, version: number) =>
    key(project.prefix, `WORKSPACE_VERSION#${digits(version, 9)}`),
  preview: (project: ProjectScope, preview: string) => key(project.prefix, `PREVIEW#${partOfKey(preview)}`),
  previewCreations: (project: ProjectScope) => key(project.prefix, 'PREVIEW_CREATIONS'),
  /** What browsers said went wrong in a preview. */
  captured: (project: ProjectScope, preview: string) => key(capturedPartition(project), `ERRORS#${partOfKey(preview)}`),
  /** What runs for a preview that shows a program. */
  program: (project: ProjectScope, preview: string) => key(programPartition(project), `RUNNING#${partOfKey(preview)}`),
  /** A machine that runs a command or a service of the project. */
  machine: (project: ProjectScope, machine: string) => key(project.prefix, `MACHINE#${partOfKey(machine)}`),
  /** Bytes on their way to become a file, or files. */
  upload: (project: ProjectScope, id: string) => key(project.prefix, `UPLOAD#${partOfKey(id)}`),
};

/** Written by the function that shows previews to whoever has their address, so apart from all that it only reads. */
export const capturedPartition = (project: ProjectScope) => `CAPTURED#${project.userId}#PRJ#${project.projectId}`;

/** Written by that function too: which version of the files a program runs. What it runs stands where it only reads. */
export const programPartition = (project: ProjectScope) => `PROGRAM#${project.userId}#PRJ#${project.projectId}`;

/** Of one agent: its lane with the queue, and its health. */
export const agentPartition = (project: ProjectScope, agent: string) => `${project.prefix}#AGT#${partOfKey(agent)}`;

export const laneKeys = {
  lane: (project: ProjectScope, agent: string) => key(agentPartition(project, agent), 'LANE'),
  health: (project: ProjectScope, agent: string) => key(agentPartition(project, agent), 'HEALTH'),
  entry: (project: ProjectScope, agent: string, task: string) =>
    key(agentPartition(project, agent), `Q#${partOfKey(task)}`),
};
