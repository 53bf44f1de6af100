import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsOfAll } from '../../../shared/administration/index.ts';
import { approvalStatuses, listApprovals } from '../../../shared/approvals/index.ts';
import { auditItem, listAudit } from '../../../shared/audit/index.ts';
import { listRuns, publicRunStates } from '../../../shared/bus/index.ts';
import { DAY } from '../../../shared/core/clock.ts';
import { newId, newUserId } from '../../../shared/core/ids.ts';
import { authenticated, type ProjectScope } from '../../../shared/core/scope.ts';
import { listCharges } from '../../../shared/limits/index.ts';
import { listProjects } from '../../../shared/projects/index.ts';
import { listSessions } from '../../../shared/sessions/index.ts';
import {
  MAX_ITEMS_READ,
  projectKeys,
  putItem,
  queryFiltered,
  ranges,
  runKeys,
  type StoredItem,
  sessionKeys,
  userKeys,
} from '../../../shared/store/index.ts';
import { inTable } from '../../support/in-table.ts';

/* Requirements: CH1, API4. */

inTable();

type Page = { items: { id: string }[]; next: string | undefined };
type Reader = (page: { limit: number; after?: string; oldestFirst?: boolean; newestFirst?: boolean }) => Promise<Page>;

/** A list with a filter: what is put for each drawn variant, and what the whole filtered list then is, by id. */
type FilteredList = {
  /** It can be read from its other end too. */
  bothWays?: true;
  variants: readonly string[];
  put(project: ProjectScope, variant: string): Promise<string>;
  /** Of the ids and variants that were put, oldest first, those to be listed, in the list's order. */
  wanted(made: { id: string; variant: string }[], filter: string): string[];
  read(project: ProjectScope, filter: string): Reader;
};

let now = Date.UTC(2026, 10, 1);
const nextId = (kind: Parameters<typeof newId>[0]): string => {
  now += 1;
  return newId(kind, now);
};
const store = async (...items: StoredItem[]) => {
  for (const item of items) await putItem({ ...item, v: 1 });
};
const ids = (made: { id: string }[]): string[] => made.map(({ id }) => id);
const ofVariant = (made: { id: string; variant: string }[], filter: string) =>
  ids(made.filter(({ variant }) => variant === filter)).reverse();

const putApproval = async (project: ProjectScope, run_id: string, status: string): Promise<string> => {
  const approval_id = nextId('apr');
  const approval = { user_id: project.userId, project_id: project.projectId, session_id: 'ses_1', run_id, approval_id };
  const asked = { about: 'tool', risk: 'low', status, payload: {}, open_until: now, warned: false, created_at: now };
  await store(
    { ...projectKeys.approval(project, approval_id), ...approval, ...asked },
    runKeys.approval(project, run_id, approval_id),
  );
  return approval_id;
};
const approvalPage = ({ items, next }: { items: { approval_id: string }[]; next: string | undefined }): Page => ({
  items: items.map(({ approval_id: id }) => ({ id })),
  next,
});
const RUNS = [newId('run', 1), newId('run', 2), newId('run', 3)];

/** How a run is stored that its readers see in this state. */
const storedRun = (state: string): { run: Record<string, unknown>; task?: string } => {
  if (state === 'waiting') return { run: { state: 'running', mode: 'direct' }, task: 'waiting' };
  if (state === 'running') return { run: { state: 'running', mode: 'direct' }, task: 'running' };
  if (state === 'planning') return { run: { state: 'running', mode: 'orchestrated', round: 0 } };
  return { run: { state, mode: 'direct' } };
};
const putRun = async (project: ProjectScope, state: string, session_id = 'ses_1'): Promise<string> => {
  const run_id = nextId('run');
  const { run, task } = storedRun(state);
  const common = { user_id: project.userId, project_id: project.projectId, session_id, run_id };
  const said = { message_id: 'msg_1', answer_id: 'msg_2', created_at: now };
  const task_id = 'tsk_1';
  await store({ ...projectKeys.run(project, run_id), ...common, ...said, ...run, ...(task && { task_id }) });
  const counts = { agent_version: 1, wake: 1, epoch: 1, claims: 0, failures: 0, yields: 0 };
  if (task) {
    const key = runKeys.task(project, run_id, task_id);
    await store({ ...key, ...common, ...said, task_id, agent_key: 'agt_1', state: task, ...counts });
  }
  return run_id;
};

const lists: Record<string, FilteredList> = {
  'approvals by status': {
    bothWays: true,
    variants: approvalStatuses,
    put: (project, status) => putApproval(project, RUNS[0] as string, status),
    wanted: ofVariant,
    read: (project, filter) => async (page) =>
      approvalPage(await listApprovals(project, { ...page, status: filter as 'pending' })),
  },
  'approvals by run': {
    bothWays: true,
    variants: RUNS,
    put: (project, run) => putApproval(project, run, 'pending'),
    wanted: ofVariant,
    read: (project, run) => async (page) => approvalPage(await listApprovals(project, { ...page, run })),
  },
  'runs by state': {
    bothWays: true,
    variants: publicRunStates,
    put: putRun,
    wanted: ofVariant,
    read: (project, filter) => (page) => listRuns(project, { ...page, state: filter as 'waiting' }),
  },
  'runs by session': {
    bothWays: true,
    variants: ['ses_1', 'ses_2', 'ses_3'],
    put: (project, session) => putRun(project, 'completed', session),
    wanted: ofVariant,
    read: (project, session) => (page) => listRuns(project, { ...page, session }),
  },
  'calls of models by session': {
    bothWays: true,
    variants: ['ses_1', 'ses_2', 'ses_3'],
    put: async (project, session) => {
      const charge_id = nextId('cal');
      const counts = { prompt_tokens: 1, completion_tokens: 1, money: 1, tokens: 2, requests: 1, milliseconds: 1 };
      const call = { purpose: 'chat', model: 'm', outcome: 'answered', estimated: false, at: now, ...counts };
      const key = userKeys.charge(project.user, charge_id);
      await store({ ...key, charge_id, project_id: project.projectId, session, ...call });
      return charge_id;
    },
    wanted: ofVariant,
    read: (project, session) => async (page) => {
      const { items, next } = await listCharges(project.user, { ...page, session });
      return { items: items.map(({ charge_id: id }) => ({ id })), next };
    },
  },
  'sessions without those being deleted': {
    bothWays: true,
    variants: ['open', 'deleting'],
    put: async (project, status) => {
      const session_id = nextId('ses');
      const state = { title: 'Chat', queued: 0, message_count: 0, created_at: now, updated_at: now };
      const owner = { user_id: project.userId, project_id: project.projectId, session_id };
      await store(
        { ...projectKeys.session(project, session_id), session_id },
        { ...sessionKeys.state(project, session_id), ...owner, ...state, status },
      );
      return session_id;
    },
    wanted: (made) => ofVariant(made, 'open'),
    read: (project) => (page) => listSessions(project, page),
  },
  'projects without those being deleted': {
    variants: ['active', 'deleting'],
    put: async (project, state) => {
      const id = nextId('prj');
      const item = { id, project_id: id, name: 'One', state, is_default: false };
      const created_at = new Date(now).toISOString();
      await store({ ...userKeys.project(project.user, id), ...item, created_at, updated_at: created_at });
      return id;
    },
    wanted: (made) => ofVariant(made, 'active').reverse(),
    read: (project) => (page) => listProjects(project.user, page),
  },
  'a user’s runs by state, as administrators see them': {
    bothWays: true,
    variants: publicRunStates,
    put: async (project, state) => {
      const made = { id: 'prj_1', project_id: 'prj_1', name: 'One', state: 'active', is_default: true };
      const times = { created_at: '2026-11-01T00:00:00.000Z', updated_at: '2026-11-01T00:00:00.000Z' };
      await store({ ...userKeys.project(project.user, 'prj_1'), ...made, ...times });
      return putRun(project, state);
    },
    wanted: ofVariant,
    read:
      ({ user }, filter) =>
      (page) =>
        runsOfAll({ ...page, user, state: filter as 'waiting' }),
  },
  'the audit trail by action': {
    bothWays: true,
    variants: ['signed_in', 'signed_out', 'api_key_used'],
    put: async (project, action) => {
      now += 1;
      const item = auditItem(project.user, action as 'signed_in', {}, now);
      await putItem(item);
      return item.id;
    },
    wanted: ofVariant,
    read: (project, action) => (page) => listAudit(project.user, { ...page, action: action as 'signed_in', now }),
  },
  'the audit trail without what has expired': {
    bothWays: true,
    variants: ['kept', 'expired'],
    put: async (project, variant) => {
      now += 1;
      const item = auditItem(project.user, 'signed_in', {}, variant === 'kept' ? now : now - 366 * DAY);
      await putItem(item);
      return item.id;
    },
    // An expired entry is older than every other one, so no page of kept ones has a gap.
    wanted: (made) => ofVariant(made, 'kept'),
    read: (project) => (page) => listAudit(project.user, { ...page, now }),
  },
};

/** Every page of a list, one after the other; `between` happens once, after the first. */
const pagesOf = async (read: Reader, limit: number, between?: () => Promise<unknown>): Promise<Page[]> => {
  const pages: Page[] = [];
  let after: string | undefined;
  do {
    const page = await read({ limit, ...(after !== undefined && { after }) });
    pages.push(page);
    after = page.next;
    if (pages.length === 1) await between?.();
  } while (after !== undefined);
  return pages;
};

test.each(Object.entries(lists))(
  'the pages of %s together are the filtered list, and each but the last is full',
  async (_name, list) => {
    const made = fc.array(fc.constantFrom(...list.variants), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom(...list.variants), async (variants, filter) => {
        const project = authenticated({ userId: newUserId() }).inProject('prj_1');
        const stored = [];
        for (const variant of variants) stored.push({ variant, id: await list.put(project, variant) });
        const wanted = list.wanted(stored, filter);
        for (const limit of [1, 2, 7, 100]) {
          const pages = await pagesOf(list.read(project, filter), limit);
          expect(pages.flatMap(({ items }) => ids(items))).toEqual(wanted);
          if (list.bothWays) {
            const read = list.read(project, filter);
            const back = await pagesOf((page) => read({ ...page, oldestFirst: true, newestFirst: false }), limit);
            expect(back.flatMap(({ items }) => ids(items))).toEqual(wanted.toReversed());
          }
          expect(pages.slice(0, -1).every(({ items }) => items.length === limit)).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  },
);

test.each(Object.entries(lists))(
  'what stood in %s before its first page is on its pages once, whatever is added meanwhile',
  async (_name, list) => {
    const made = fc.array(fc.constantFrom(...list.variants), { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(made, fc.constantFrom(...list.variants), async (variants, filter) => {
        const project = authenticated({ userId: newUserId() }).inProject('prj_1');
        const stored = [];
        for (const variant of variants) stored.push({ variant, id: await list.put(project, variant) });
        const wanted = list.wanted(stored, filter);
        const pages = await pagesOf(list.read(project, filter), 1, () => list.put(project, filter));
        const before = new Set(ids(stored));
        expect(pages.flatMap(({ items }) => ids(items)).filter((id) => before.has(id))).toEqual(wanted);
      }),
      { numRuns: 6 },
    );
  },
);

test('a page of a filter that nothing matches is empty after a bounded number of items, and has a cursor', async () => {
  let read = 0;
  const project = authenticated({ userId: 'carol' }).inProject('prj_1');
  const range = ranges.approvals(project);
  const write = async (from: number) => {
    for (let index = from; index < MAX_ITEMS_READ + 50; index += 16) {
      await putItem({ ...projectKeys.approval(project, `apr_${String(index).padStart(6, '0')}`), v: 1 });
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, index) => write(index)));
  const nothing = (items: unknown[]) => {
    read += items.length;
    return items.map(() => undefined);
  };
  const first = await queryFiltered({ ...range, limit: 10 }, nothing);
  expect(first).toEqual({ items: [], next: expect.stringMatching(/^APR#/) });
  expect(read).toBeLessThan(MAX_ITEMS_READ + 200);
  const second = await queryFiltered({ ...range, limit: 10, after: first.next as string }, nothing);
  expect(second).toEqual({ items: [], next: undefined });
  expect(read).toBe(MAX_ITEMS_READ + 50);
});
