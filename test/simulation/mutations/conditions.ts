/** A condition that guards a race, where it stands. Without it, some promise must break. */
export type Guard = { name: string; file: string; find: string };

const guard = (file: string, name: string, text: string): Guard => ({
  name,
  file: `shared/${file}`,
  find: `const ${name} = '${text}';`,
});

export const GUARDS: readonly Guard[] = [
  guard('bus/lanes/lane.ts', 'fitsLimit', '#running <= #slots'),
  guard('bus/lanes/lane.ts', 'overLimit', '#running > #slots'),
  guard('bus/lanes/lane.ts', 'queueEmpty', '#waiting = :none'),
  guard('bus/lanes/lane.ts', 'slotFree', '#running < #slots'),
  guard('bus/lanes/lane.ts', 'isReady', '#status = :ready'),
  guard('bus/lanes/lane.ts', 'hasRoom', '#live < #cap'),
  guard('bus/lanes/changes.ts', 'stillQueued', '#state = :queued'),
  guard('bus/lanes/settings.ts', 'fullOrEmpty', '(#running >= #slots or #waiting = :none)'),
  guard('bus/lanes/session-hand-over.ts', 'thisIsActive', '#active = :run'),
  guard('bus/lanes/session-hand-over.ts', 'noneQueued', '#queued = :none'),
  guard('bus/accept/interrupt.ts', 'activeIsOld', '#status = :open and #active = :old'),
  guard('bus/work/claim.ts', 'mine', '#state = :running and #epoch = :epoch'),
  guard('bus/work/wake.ts', 'leaseIsOver', '#state = :running and #epoch = :epoch and #lease_until < :now'),
  guard('bus/work/journal.ts', 'journalAsRead', '#step = :step'),
  guard('bus/work/journal.ts', 'noOpenIntent', 'attribute_not_exists(#intent)'),
  guard(
    'bus/work/journal.ts',
    'mayRepeat',
    '#decision.#kind = :unknown and #decision.#step = :step and #decision.#status = :approved',
  ),
  guard('bus/work/redrive-run.ts', 'stillWaits', '#state = :state and #wake = :wake'),
  guard('bus/end/cancel/chunk.ts', 'stillSilent', '#announced = :no'),
  guard('events/log.ts', 'numberIsFree', 'attribute_not_exists(#pk)'),
  guard('plans/phases/record-draft.ts', 'firstDraft', 'attribute_not_exists(#pk)'),
  guard('plans/dispatch/ready.ts', 'stillBlocked', '#state = :blocked and attribute_not_exists(#open)'),
  guard('plans/dispatch/settle.ts', 'notYetAnnounced', '#announced = :no'),
  guard('plans/dispatch/settle.ts', 'roundStillOpen', '#state = :open and attribute_not_exists(#left)'),
  guard('plans/dispatch/start-ready.ts', 'stillReady', '#state = :ready'),
  guard(
    'plans/dispatch/start-ready.ts',
    'asRead',
    '#status = :status and #running = :running and #waiting = :waiting and #slots = :slots',
  ),
  guard('plans/recovery/watchdog.ts', 'thisGeneration', '#state = :running and #generation = :generation'),
  guard(
    'approvals/wake-plan.ts',
    'stillAsked',
    '#state = :drafted and #approval = :approval and attribute_not_exists(#verdict)',
  ),
  guard('approvals/resolve.ts', 'stillOpen', '#status = :pending and #open_until > :now'),
  guard('approvals/resolve.ts', 'isOver', '#status = :pending and #open_until <= :now'),
  guard('approvals/redrive.ts', 'notYetWarned', '#status = :pending and #warned = :no'),
  {
    name: 'thisWake',
    file: 'shared/bus/work/claim.ts',
    find: "'(#state = :dispatched and #wake = :wake) or (#state = :running and #wake = :wake and #lease_until < :now)'",
  },
  {
    name: 'sameClass and wake',
    file: 'shared/bus/end/cancel/writes.ts',
    find: ['`$', '{sameClass(task)} and #wake = :wake`'].join(''),
  },
];

/** True of every item, and of none. */
const ALWAYS = '(attribute_exists(pk) or attribute_not_exists(pk))';

/** The text of a file without the condition. */
export const unguarded = (text: string, { find, file, name }: Guard): string => {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`${file} must hold the condition ${name} exactly once.`);
  }
  const instead = find.startsWith('const') ? `const ${name} = '${ALWAYS}';` : `'${ALWAYS}'`;
  return before + instead + after;
};
