import { isUtf8 } from 'node:buffer';
import { type Agent, listAgents, listVersions } from '../agents/index.ts';
import { listApprovals, listPermissions, publicApproval } from '../approvals/index.ts';
import { getRun, listRuns } from '../bus/index.ts';
import type { ProjectScope } from '../core/scope.ts';
import { readAfter } from '../events/index.ts';
import { exportAll } from '../memory/index.ts';
import { findOrchestratorConfig, findPlan } from '../plans/index.ts';
import { findProject } from '../projects/index.ts';
import { listMessages, listSessions } from '../sessions/index.ts';
import { listSecrets } from '../vault/index.ts';
import {
  contentsOfVersions,
  listFiles,
  listVersions as listFileVersions,
  PIECE_BYTES,
  readFile,
} from '../workspace/index.ts';
import type { Line } from './line.ts';
import { everyOne } from './pages.ts';

/** Of one file; a longer one is cut, and its line says so. */
const MAX_FILE_BYTES = 5_000_000;

/** Everything in a project, page by page: what others lead to comes before them. */
export async function* linesOfProject(project: ProjectScope): AsyncGenerator<Line> {
  const { projectId: project_id } = project;
  yield { kind: 'project', project_id, value: await findProject(project.user, project_id) };
  for await (const line of contentsOf(project)) yield { ...line, project_id };
}

async function* contentsOf(project: ProjectScope): AsyncGenerator<Line> {
  yield { kind: 'orchestrator', value: await findOrchestratorConfig(project) };
  for await (const agent of everyOne((page) => listAgents(project, page))) yield* linesOfAgent(project, agent);
  for await (const permission of everyOne((page) => listPermissions(project, page)))
    yield { kind: 'permission', value: permission };
  // The names alone: a value leaves only in the call it is for.
  for await (const secret of everyOne((page) => listSecrets(project, page))) yield { kind: 'secret', value: secret };
  // Who changed the files, when and why.
  for await (const version of everyOne((page) => listFileVersions(project, { ...page, newestFirst: false })))
    yield { kind: 'version', value: version };
  yield* filesOfVersions(project);
  yield* files(project);
  for await (const session of everyOne((page) => listSessions(project, { ...page, oldestFirst: true })))
    yield* linesOfSession(project, session);
  yield* runs(project);
  for await (const approval of everyOne((page) => listApprovals(project, page)))
    yield { kind: 'approval', value: publicApproval(approval) };
}

/** All versions, the newest first. */
async function* linesOfAgent(project: ProjectScope, { key }: Agent): AsyncGenerator<Line> {
  const versions = everyOne((page) =>
    listVersions(project, key, { limit: page.limit, ...(page.after !== undefined && { after: Number(page.after) }) }),
  );
  for await (const version of versions) yield { kind: 'agent', agent_key: key, value: version };
  for await (const line of exportAll(project, key)) yield { kind: 'memory', agent_key: key, value: JSON.parse(line) };
}

async function* linesOfSession(project: ProjectScope, session: { id: string }): AsyncGenerator<Line> {
  const session_id = session.id;
  yield { kind: 'session', session_id, value: session };
  for await (const message of everyOne((page) => listMessages(project, session_id, page)))
    yield { kind: 'message', session_id, value: message };
  let after = 0;
  for (;;) {
    const { lines, last } = await readAfter(project, session_id, { after });
    for (const line of lines) yield { kind: 'event', session_id, value: JSON.parse(line) };
    if (lines.length === 0) break;
    after = last;
  }
}

async function* runs(project: ProjectScope): AsyncGenerator<Line> {
  for await (const { id, mode } of everyOne((page) => listRuns(project, page))) {
    yield { kind: 'run', value: await getRun(project, id) };
    if (mode === 'orchestrated') yield { kind: 'plan', value: await findPlan(project, id) };
  }
}

async function* files(project: ProjectScope): AsyncGenerator<Line> {
  const limit = 100;
  let after: string | undefined;
  for (;;) {
    const { items, more } = await listFiles(project, { limit, ...(after !== undefined && { after }) });
    for (const file of items) {
      const read = await readFile(project, file.path, { offset: 0, length: MAX_FILE_BYTES });
      if (!read) continue;
      const truncated = read.size > read.bytes.length;
      yield { kind: 'file', value: { ...file, ...contentOf(read.bytes), truncated } };
    }
    after = items.at(-1)?.path;
    if (!more || after === undefined) return;
  }
}

/** The files of every version: bytes, once each and in pieces, before the first version that names them. */
async function* filesOfVersions(project: ProjectScope): AsyncGenerator<Line> {
  for await (const told of contentsOfVersions(project)) {
    if ('version' in told) yield { kind: 'version_files', value: told };
    else
      for (let offset = 0; offset === 0 || offset < told.bytes.length; offset += PIECE_BYTES) {
        const piece = contentOf(told.bytes.subarray(offset, offset + PIECE_BYTES));
        yield { kind: 'blob', value: { sha256: told.sha256, size: told.bytes.length, offset, ...piece } };
      }
  }
}

/** As text where it is one, as base64 otherwise. */
const contentOf = (bytes: Uint8Array): { encoding: 'utf-8' | 'base64'; content: string } => {
  const content = Buffer.from(bytes);
  return isUtf8(content)
    ? { encoding: 'utf-8', content: content.toString('utf8') }
    : { encoding: 'base64', content: content.toString('base64') };
};
