import { deleteAgent, listAgents, removeAgent, removeBelongings } from '../agents/index.ts';
import { redriveApproval } from '../approvals/index.ts';
import { findLane, removeSessionLeftovers, sendCheck, settleLane } from '../bus/index.ts';
import { CACHED_OBJECT, removeEndedObject } from '../cache/index.ts';
import { type Clock, systemClock } from '../core/clock.ts';
import { type ProjectScope, restored } from '../core/scope.ts';
import { FOLLOWED_SESSION, tellFollowers } from '../events/index.ts';
import { releaseReservations } from '../limits/index.ts';
import {
  DELIVERY,
  forgetDeliveriesOf,
  hintDelivery,
  hintLook,
  NOTIFICATIONS,
  removeWebhooksOf,
  WEBHOOK,
} from '../notifications/index.ts';
import { log } from '../observability/log.ts';
import { redriveAnyTask, redrivePlan, redriveRound } from '../plans/index.ts';
import { CAPTURED, PREVIEW, removeEnded, sweepProgram, tellOfErrors } from '../previews/index.ts';
import { removeProject } from '../projects/index.ts';
import { MACHINE, stopMachines } from '../sandbox/index.ts';
import { listSessions, markSessionDeleting } from '../sessions/index.ts';
import {
  deleteItem,
  EXPIRING_TEXT,
  type Item,
  keyOfItem,
  placeOf,
  REMOVED_AGENT,
  REMOVED_SESSION,
  REMOVED_USER,
  readRemoved,
  removeExpiredText,
} from '../store/index.ts';
import { sweepWorkspace, WORKSPACE } from '../workspace/index.ts';
import { forgetAgent, forgetSession } from './forget.ts';
import { removeDeletedSession, removeOfDeletedProject } from './remove-session.ts';
import { removeUser } from './remove-user.ts';

/** What an item that is due needs, by its kind. Each program can be run any number of times. */
const programs: Record<string, (project: ProjectScope, item: Item, clock: Clock) => Promise<void>> = {
  task: (project, item, clock) =>
    redriveAnyTask(project, { run: String(item.run_id), id: String(item.task_id), clock }),
  run: (project, item, clock) => redrivePlan(project, String(item.run_id), { clock }),
  round: (project, item, clock) =>
    redriveRound(project, { run: String(item.run_id), number: Number(item.round), clock }),
  lane: (project, item, clock) => redriveLane(project, String(item.agent_key), clock),
  approval: (project, item, clock) => redriveApproval(project, String(item.approval_id), clock),
  health: (project, item) => sendCheck(project, String(item.agent_key)),
  project: (project, _item, clock) => removeDeletedProject(project, clock),
  session: (project, item, clock) => removeDeletedSession(project, String(item.session_id), clock),
  reservation: (project, item, clock) => releaseReservations(project, String(item.month), clock),
  [REMOVED_USER]: ({ user }, item, clock) => removeUser(user, item, clock),
  [REMOVED_AGENT]: (project, item) => lookAgainAtAgent(project, item),
  [REMOVED_SESSION]: (project, item) => lookAgainAtSession(project, item),
  [WORKSPACE]: async (project, _item, clock) => {
    await sweepWorkspace(project, clock);
  },
  [PREVIEW]: (project, item, clock) => removeEnded(project, item, clock),
  [CAPTURED]: (project, item, clock) => tellOfErrors(project, item, clock),
  [MACHINE]: (project, item, clock) => sweepProgram(project, item, clock),
  // Only one function may reach addresses outside: it is told to look.
  [FOLLOWED_SESSION]: (project, item) => tellFollowers(project, String(item.session_id)),
  [DELIVERY]: ({ user }, item) =>
    hintDelivery(user, { webhook_id: String(item.webhook_id), delivery_id: String(item.delivery_id) }),
  [WEBHOOK]: ({ user }, item) => hintLook(user, String(item.webhook_id)),
  [NOTIFICATIONS]: ({ user }) => hintLook(user),
  [CACHED_OBJECT]: (_project, item, clock) => removeEndedObject(item, clock),
  [EXPIRING_TEXT]: (_project, item, clock) => removeExpiredText(item, clock),
};

/** The function that anybody may call writes items of these, and is to bring nothing about but what one of its kind needs. */
const OPEN_TO_ALL = new Map<string | undefined, string | undefined>([
  ['captured errors', CAPTURED],
  ['running program', undefined],
]);

const isMisplaced = (item: Item): boolean => {
  const place = placeOf(item)?.kind;
  return OPEN_TO_ALL.has(place) && OPEN_TO_ALL.get(place) !== item.kind;
};

/** Makes whatever is due go on. An unknown kind is left as it is and logged: a newer version may know it. */
export const redrive = async (item: Item, clock: Clock = systemClock): Promise<void> => {
  const program = isMisplaced(item) ? undefined : programs[String(item.kind)];
  if (!program) {
    log.error('due item of unknown kind', { kind: String(item.kind) });
    return;
  }
  const owner = { user_id: String(item.user_id), project_id: String(item.project_id) };
  await program(restored(owner), item, clock);
};

const redriveLane = async (project: ProjectScope, agent: string, clock: Clock): Promise<void> => {
  const lane = await findLane(project, agent);
  if (lane?.status === 'deleting')
    await removeAgent(project, agent, { forget: (key) => forgetAgent(project, key), clock });
  else await settleLane(project, agent, clock);
};

/** Nobody can be at work for the agent any more, once its lane is gone: what was written after the first look goes now. */
const lookAgainAtAgent = async (project: ProjectScope, item: Item): Promise<void> => {
  const { id } = readRemoved(item);
  if (await findLane(project, id)) return;
  await removeBelongings(project, id, { forget: (agent) => forgetAgent(project, agent) });
  await deleteItem(keyOfItem(item));
};

/** The same for a session. */
const lookAgainAtSession = async (project: ProjectScope, item: Item): Promise<void> => {
  const { id, agents } = readRemoved(item);
  await forgetSession(project, id, agents);
  await removeSessionLeftovers(project, id);
  await forgetDeliveriesOf(project, id);
  await deleteItem(keyOfItem(item));
};

/** A project that was deleted goes with everything in it: chats and their runs first, then agents and what they remember. */
const removeDeletedProject = async (project: ProjectScope, clock: Clock): Promise<void> => {
  for (
    let page = await listSessions(project, PAGE);
    ;
    page = await listSessions(project, { ...PAGE, after: page.next })
  ) {
    for (const { id } of page.items) {
      await markSessionDeleting(project, id, { keepMemories: true, clock });
      await removeOfDeletedProject(project, id, clock);
    }
    if (page.next === undefined) break;
  }
  for (let page = await listAgents(project, PAGE); ; page = await listAgents(project, { ...PAGE, after: page.next })) {
    for (const { key } of page.items) {
      await deleteAgent(project, key, { forget: (agent) => forgetAgent(project, agent), clock });
    }
    if (page.next === undefined) break;
  }
  // The items that lead to machines go with the project.
  await stopMachines(project);
  await removeWebhooksOf(project);
  await removeProject(project, clock);
};

const PAGE = { limit: 100 };
