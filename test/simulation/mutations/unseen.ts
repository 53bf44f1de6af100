/*
 * Conditions that no life has been found for in which their loss shows, and why. Three kinds: a second guard of what another
 * one guards; needless, as what it refuses does no harm; not reached, by what people do here or by the lives tried so far.
 * Where a test holds the write back and lets somebody else go first, it is named: there the condition is seen.
 */

const NEW_ID =
  'not reached: the id was made up for this very write, so nothing stands there unless two ids are the same';
const heldBack = (file: string): string => `test/store/${file}.test.ts holds this write back, and is refused`;
const RARE = 'not reached: no life tried so far lets it decide';
const WITH_LOG =
  'second guard: all refusals so far were beside `numberIsFree`, as the other writer has told the log too';
const PUT_AND_GONE =
  'second guard: what it is about goes only after the task whose own condition stands in the same transaction';
const FOLLOWED =
  'not reached: nobody in these lives is told of anything outside; test/store/notifications holds these writes back';
const IMPORTED =
  'not reached: an import here meets nothing that stands there already; test/store/portability breaks an import off at every call, and repeats it';

/** By condition; a name of the room's own in the table of the README. */
export const UNSEEN: Record<string, string> = {
  'approvals/ask-about-plan isNew': NEW_ID,
  'approvals/ask-person isNew': NEW_ID,
  'approvals/permissions isThere':
    'no race: it tells a permission that is there from one that is not (404); its answer is all that changes',
  'bus/accept/accept queueHasRoom':
    'not reached: no chat here has twenty messages waiting; and of two that see the last place, the second meets `numberIsFree`',
  'bus/accept/convert-to-direct isNew': NEW_ID,
  'bus/accept/items isNew':
    'second guard: `shared/idempotency` lets only one request under a key come here at a time; ids are new',
  'bus/end/cancel/chunk stillSilent': `${WITH_LOG}: the end that was announced meanwhile is in it`,
  'bus/end/cancel/chunk isThere':
    'second guard: a lane goes only when no task lives in it, and those that end here live',
  'bus/end/family/orphans nobodyWaits':
    'not reached: what it looks for was left by earlier versions, which are not simulated; test/store/races/orphans.test.ts has them',
  'bus/end/family/writes stillCounted': `${RARE}; ${heldBack('plan-races/conditions')}`,
  'bus/end/finish/child waitsForThis':
    'second guard: whatever ends the wait for a child ends the child, and `mine` refuses then',
  'bus/end/finish/child noQuestionNoted': RARE,
  'bus/end/finish/ending-writes noQuestionNoted': `${RARE}; ${heldBack('races/client-questions')}`,
  'bus/work/note-question stillLive': `${RARE}; ${heldBack('races/client-questions')}`,
  'bus/work/note-question runGoesOn':
    'second guard: all but a plan end with their task; of a plan that is being cancelled it only keeps a question off that nobody will ask',
  'plans/dispatch/finish-task noQuestionNoted': RARE,
  'bus/end/finish/child mine':
    'second guard: whatever takes the child away ends the wait of its asker, and `stillWaits` refuses then, but for a lost lease',
  'bus/end/remove-session nothingIsLeft':
    'needless as far as is known: nothing begins in a chat that is being deleted (`isIdle`, `isBusy`), so it refuses only the second of two removers, which would remove nothing',
  'bus/end/remove-session laneExists':
    'second guard: a place is freed only of a task that took one, so the item is there; it goes with its user, whose chats went before',
  'bus/end/remove-session leadsHere':
    'not reached: a name is given to a session of `/v1` again only after the one that had it is gone',
  'bus/lanes/changes isThere':
    'second guard: a lane goes only when no task lives in it; every write here is about a live one, or asks `isReady` too',
  'bus/lanes/settings stillDraining':
    'needless but for order: it only keeps a lane that was settled meanwhile from being looked at once more',
  'bus/lanes/lane fitsLimit': `${RARE}; ${heldBack('races/lanes')}`,
  'bus/lanes/lane overLimit': `${RARE}; ${heldBack('races/lanes')}`,
  'bus/lanes/settings slotFree': `second guard: of two that fill the same slot, \`stillQueued\` of the same entry refuses the second; ${heldBack('races/lanes')}`,
  'bus/lanes/settings fullOrEmpty': `${RARE}; ${heldBack('races/lanes')}`,
  'bus/lanes/settings isNew': NEW_ID,
  'bus/messages/dead-letter stillUnclaimed': 'not reached: a message has to be received more than ten times',
  'bus/records/health isThere':
    'not reached: an agent would have to fail three times by its own fault and be deleted while it is checked',
  'bus/records/spent isThere': PUT_AND_GONE,
  'bus/work/ask isNew': NEW_ID,
  'bus/work/journal journalAsRead': `second guard: only the holder of the lease writes steps, and \`mine\` refuses everybody else; ${heldBack('races/tasks')}`,
  'bus/work/journal noOpenIntent': `second guard: only the holder of the lease announces effects, and \`mine\` refuses everybody else; ${heldBack('races/tasks')}`,
  'bus/work/journal mayRepeat':
    'second guard: only the holder of the lease announces effects, and `mine` refuses everybody else; it read the decision with its claim',
  'bus/work/journal isNew':
    'second guard: `journalAsRead` in the same transaction says that this step is not there yet',
  'bus/work/redrive-run stillWaits': 'not reached: no life tried so far lets it decide',
  'bus/work/wake stillUnremembered': `${RARE}; ${heldBack('races/tasks')}`,
  'plans/dispatch/audit-slots isThere':
    'needless: the set of places goes with its user only, and an empty one is as good as none',
  'plans/dispatch/dispatch-ready stillReady': RARE,
  'plans/dispatch/redrive-task stillReady': RARE,
  'plans/dispatch/settle roundStillOpen': `it decides, but where it did the round had ended already, and ending it again only makes it due; ${heldBack('plan-races/conditions')}`,
  'plans/dispatch/settle isRemembered':
    'it decides in some lives, and nothing breaks in them: what is no longer due then is reminded of by nobody, which no invariant asks for',
  'plans/dispatch/settle isThere':
    'not reached: a run is removed only after its tasks have ended, so a session would have to go between a task’s end and what follows it',
  'plans/dispatch/slots placeIsFree': RARE,
  'plans/dispatch/slots isThere':
    'needless: it only keeps an empty set of places from being made, which is as good as none',
  'plans/phases/ask stillDrafted':
    'second guard: a round leaves `drafted` with the run’s entering it, and `runGoesOn` refuses then',
  'plans/phases/ask notYetAsked':
    'second guard: the approval is named by the run too, and its event needs a free number',
  'plans/phases/draft runGoesOn': RARE,
  'plans/phases/drawing runGoesOn':
    'needless for what is stored: it only keeps an execution that was replaced from counting a failure of the model',
  'plans/phases/open-round stillDrafted':
    'second guard: whoever opens the round lets the run enter it, and `runGoesOn` refuses then',
  'plans/phases/open-round roundIsOver':
    'second guard: a round opens, ends and closes with its run, and `runGoesOn` refuses then',
  'plans/phases/open-round runGoesOn': `${RARE}; ${heldBack('plan-races/conditions')}`,
  'plans/phases/open takesWork': RARE,
  'plans/phases/open isNew': `${RARE}: two executions would have to write the same tasks at the same moment`,
  'plans/phases/record-draft firstDraft': RARE,
  'plans/phases/record-draft nextDraft': RARE,
  'plans/phases/run-round notYetClosed':
    'second guard: a round is closed when its run goes on to the next or ends, and `runGoesOn` refuses then',
  'plans/records/execution runGoesOn': `it decides where a draft comes after its run was cancelled, and shows only if that was removed already; ${heldBack('plan-races/conditions')}`,
  'plans/recovery/signal isThere': RARE,
  'plans/recovery/watchdog stillToCleanUp':
    'needless unless the run was removed meanwhile: what it refuses is done already',
  'sessions/named nameAsRead': 'not reached: named sessions belong to `/v1`, which is not simulated',
  'sessions/named isNew': 'not reached: named sessions belong to `/v1`, which is not simulated',
  'bus/work/wake stillUnclaimed':
    'it decides often, and nothing breaks where it was tried without: a message that is sent once too often finds its task claimed',
  'plans/dispatch/ready stillCounted': `${RARE}; ${heldBack('plan-races/conditions')}`,
  'plans/phases/conclude runGoesOn': `it decides in few lives, and nothing breaks where it was tried without; ${heldBack('plan-races/conditions')}`,
  'events/log isUnheardStill':
    'no life asks whether a push was missed, as a socket may miss one; `hearing-model.ts` shows it, and test/store/races/accept.test.ts holds this write back',
  'events/following isFollowed': FOLLOWED,
  'events/following isNotFollowed': FOLLOWED,
  'events/restore isEarlier': IMPORTED,
  'events/restore numberIsFree': IMPORTED,
  'plans/records/restore hasNoPlan': IMPORTED,
  'plans/records/restore isNoPlanTask': IMPORTED,
  'plans/records/restore isNew': IMPORTED,
  'sessions/restore isOpen': 'not reached: the chat would have to be deleted while an import writes its messages',
};
