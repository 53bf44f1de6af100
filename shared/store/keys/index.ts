/*
 * The items of the table. Every partition key begins with USER#<id>, so a role's `dynamodb:LeadingKeys`, and a glance at a
 * key, show whose it is. A role can be limited by partition only, so what fewer functions may touch than the rest
 * of a user's items has partitions of its own: what signs people in, what they may do and use, and the audit trail, to
 * which most may only add.
 *
 * USER#u                    PROFILE · REMOVAL · TICKET#<hash> · REVOKED#<jti> · APIKEY#<id> · PROJECT#<p>
 *                           PROJECT_CREATIONS                                   how many were ever made: see store/bounded
 *                           USAGE#<day>#<agent>#<model> · IDEMPOTENCY#<hash> · CONNECTION#<id>
 *                           BUDGET#<month> · CHARGE#<id>                        the month's budget, and what each call cost
 *                           PLAN_LANE · READY#<task>                            slots for the tasks of plans, and the tasks that wait for one
 *                           POLICIES · OWN_POLICIES · CALL#<ulid> · BLOCK_SESSIONS · PROVIDER_KEY#<name> · ORCHESTRATOR   (the last one: of before, see there)
 * ACCOUNT#u                 ACCOUNT · POLICIES                                  roles, tier, lock, budget; what calls of the user's agents pass
 * RATE#u                    MINUTE#<n>                                          requests of one minute
 * AUTH#u                    CREDENTIALS · REFRESH#<family> · LINK#<hash>
 * AUDIT#u                   AUDIT#<ulid>
 * USER#u#PRJ#p              AGENT#<key> · AGENT_NAME#<name> · AGENT_VERSION#<key>#<n> · SESSION#<s> · RUN#<r>
 *                           SPACE · SESSION_NAME#<hash> · AGENT_CREATIONS · SECRET_CREATIONS
 *                           ORCHESTRATOR · APR#<approval> · PERMISSION#<agent>#<hash> · SECRET#<name> · PLAN_CACHE#<hash>
 *                           REMOVED#<agent or session>                          looked at once more: see store/last-look
 *                           PREVIEW#<id> · PREVIEW_CREATIONS                    what is shown at an address of its own
 *                           UPLOAD#<upload>                                     what somebody may put into the bucket, until when
 *                           WORKSPACE · WORKSPACE_VERSION#<n>                   the newest version of the project's files, and all that are kept
 *                           MACHINE#<id>                                        a machine that runs a command or a service
 *                           CACHE#<hash> · LOAD#<hash> · TAG#<name>             cached values, also of the user: see cache
 * CAPTURED#u#PRJ#p          ERRORS#<preview>                                    what browsers said of a preview
 * PROGRAM#u#PRJ#p           RUNNING#<preview>                                   the machine and version of a preview's program
 * USER#u#PRJ#p#AGT#a        LANE · HEALTH · Q#<task>                                the agent's lane and its queue
 * USER#u#PRJ#p#SES#s        STATE · RQ#<run> · MSG#<m> · EV#<first> · LOG · SUB#<connection> · VAULT · BLOCKS
 * USER#u#PRJ#p#RUN#r        TSK#<t> · STP#<t>#<n> · APR#<approval> · ROUND#<n>      tasks, their journals, pointers to approvals; rounds of a plan
 */
export { type CacheScope, CONFIGURATION, cacheKeys } from './cache.ts';
export { DUE_SHARDS, due, dueShard } from './due.ts';
export {
  idIn,
  isIn,
  isSameKey,
  type Key,
  keyOfItem,
  type Partition,
  type PrefixRange,
  partitionOfItem,
} from './key.ts';
export { type ItemKind, type ItemPlace, placeOf } from './place.ts';
export { directoryRanges, pointerKeys } from './pointers.ts';
export { laneKeys, projectKeys } from './project.ts';
export { ranges } from './ranges.ts';
export { runKeys } from './run.ts';
export { sessionKeys } from './session.ts';
export { accountKeys, auditKeys, authKeys, rateKeys, userKeys } from './user.ts';
