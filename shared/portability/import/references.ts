import { listTasks } from '../../bus/index.ts';
import { isId } from '../../core/ids.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { getItems, type Item, type Key, projectKeys, sessionKeys } from '../../store/index.ts';
import type { Contents, Report } from './contents.ts';

/**
 * What belongs to something belongs to what stands in this part of the export, or was imported with an earlier one. An
 * agent has one name, and its versions come newest first.
 */
export const checkReferences = async (project: ProjectScope, contents: Contents, report: Report): Promise<void> => {
  await checkAgents(project, contents, report);
  await checkSessions(project, contents, report);
  await checkMessagesOfRuns(project, contents, report);
  await checkRuns(project, contents, report);
};

const read = (keys: Key[]): Promise<Item[]> => (keys.length > 0 ? getItems(keys) : Promise.resolve([]));

const checkAgents = async (project: ProjectScope, { agents, memories }: Contents, report: Report): Promise<void> => {
  const wanted = new Set([...agents.keys(), ...memories.map(({ of }) => of)].filter((key) => isId('agt', key)));
  const items = await read([...wanted].map((key) => projectKeys.agent(project, key)));
  const stored = new Map(items.map((item) => [String(item.agent_key), item]));
  const names = new Map<string, string>();
  for (const [key, { line, versions }] of agents) {
    versions.sort((one, other) => other.version - one.version);
    const newest = Number(stored.get(key)?.version ?? Number.POSITIVE_INFINITY);
    if ((versions[0]?.version ?? 0) > newest) report(line, ['value', 'version'], 'Must come before older ones.');
    const name = String(stored.get(key)?.name ?? versions[0]?.name);
    const isOne = versions.every((version) => version.name === name) && (names.get(name) ?? key) === key;
    if (!isOne) report(line, ['value', 'name'], `The agent "${name}" and its name do not belong together one to one.`);
    names.set(name, key);
  }
  for (const { of, line } of memories)
    if (!agents.has(of) && !stored.has(of)) report(line, ['agent_key'], 'There is no such agent in the export.');
};

const checkSessions = async (project: ProjectScope, contents: Contents, report: Report): Promise<void> => {
  const { messages, runs, logs, sessions } = contents;
  const belonging = [...messages, ...runs, ...[...logs].map(([of, { line }]) => ({ of, line }))];
  const missing = new Set(belonging.flatMap(({ of }) => (sessions.has(of) || !isId('ses', of) ? [] : [of])));
  const items = await read([...missing].map((id) => sessionKeys.state(project, id)));
  const stored = new Set(items.map(({ session_id }) => String(session_id)));
  for (const { of, line } of belonging)
    if (!sessions.has(of) && !stored.has(of)) report(line, ['session_id'], 'There is no such session in the export.');
};

/** A run goes with its session, whose removal finds it by the message that it answers. */
const checkMessagesOfRuns = async (
  project: ProjectScope,
  { messages, runs }: Contents,
  report: Report,
): Promise<void> => {
  const nameOf = (session: string, message: string, run: string) => `${session} ${message} ${run}`;
  const known = new Set(messages.map(({ of, value }) => nameOf(of, value.id, value.run_id)));
  const isKnown = ({ session_id, message_id, id }: (typeof runs)[number]['value']) =>
    known.has(nameOf(session_id, message_id, id));
  const missing = runs.filter(({ value }) => !isKnown(value));
  const keys = missing.map(({ value }) => sessionKeys.message(project, value.session_id, value.message_id));
  const stored = new Map((await read(keys)).map((item) => [`${item.pk} ${item.sk}`, item.run_id]));
  for (const [at, { line, value }] of missing.entries()) {
    const { pk, sk } = keys[at] as Key;
    if (stored.get(`${pk} ${sk}`) === value.id) continue;
    report(line, ['value', 'message_id'], 'There is no such message of this run in the export.');
  }
};

type KnownRun = { session: string; isPlan: boolean; tasks: ReadonlySet<string> };

const checkRuns = async (
  project: ProjectScope,
  { runs, plans, approvals }: Contents,
  report: Report,
): Promise<void> => {
  const known = new Map(
    runs.map(({ value: { id, session_id: session, mode, tasks } }): [string, KnownRun] => [
      id,
      { session, isPlan: mode === 'orchestrated', tasks: new Set(tasks.map((task) => task.id)) },
    ]),
  );
  const missing = new Set([...plans, ...approvals].flatMap(({ of }) => (known.has(of) ? [] : [of])));
  for (const item of await read([...missing].map((id) => projectKeys.run(project, id)))) {
    const id = String(item.run_id);
    const tasks = plans.some(({ of }) => of === id) ? await listTasks(project, id) : [];
    const isPlan = item.mode === 'orchestrated';
    known.set(id, { session: String(item.session_id), isPlan, tasks: new Set(tasks.map(({ task_id }) => task_id)) });
  }
  for (const { of, line, value } of [...plans, ...approvals]) {
    if (known.get(of)?.session !== value.session_id)
      report(line, ['value', 'run_id'], 'There is no such run in the export.');
  }
  for (const { of, line, value } of plans) {
    const run = known.get(of);
    const isOfRun = value.tasks.every(({ task_id }) => task_id === null || run?.tasks.has(task_id));
    if (run && !(run.isPlan && isOfRun)) report(line, ['value', 'tasks'], 'Must be tasks of its run, which is a plan.');
  }
};
