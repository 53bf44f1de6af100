/** A condition that always holds. */
const ANY = "'attribute_exists(#pk) or attribute_not_exists(#pk)'";
const test = 'test/store/doctor/repairs.test.ts';

/** The conditions that keep a repair from what has moved since it was read. */
export const doctor = [
  {
    promise: 'a repair removes no entry of a run that waits',
    file: 'shared/doctor/repair/sessions.ts',
    find: "waitsNoMore = 'attribute_not_exists(#pk) or #state <> :queued or #session_id <> :session'",
    replace: `waitsNoMore = ${ANY}`,
    test,
  },
  {
    promise: 'a repair marks only a waiting run urgent',
    file: 'shared/doctor/repair/sessions.ts',
    find: "isNotUrgent = '#state = :queued and attribute_not_exists(#urgent)'",
    replace: `isNotUrgent = ${ANY}`,
    test,
  },
  {
    promise: 'a repair sets no count of waiting runs that has changed',
    file: 'shared/doctor/repair/sessions.ts',
    find: "countAsRead = '#queued = :read'",
    replace: `countAsRead = ${ANY}`,
    test,
  },
  {
    promise: 'a repair sets no counters of a lane that have changed',
    file: 'shared/doctor/repair/lanes.ts',
    find: "countersAsRead = '#running = :was_running and #waiting = :was_waiting and #live = :was_live'",
    replace: `countersAsRead = ${ANY}`,
    test,
  },
  {
    promise: 'a repair removes no entry of a queued task',
    file: 'shared/doctor/repair/lanes.ts',
    find: "waitsElsewhere = 'attribute_not_exists(#pk) or #state <> :queued or #agent_key <> :agent'",
    replace: `waitsElsewhere = ${ANY}`,
    test,
  },
  {
    promise: 'a repair makes nothing due that has changed',
    file: 'shared/doctor/repair/due.ts',
    find: 'when: asRead(attribute)',
    replace: `when: ${ANY}`,
    test,
  },
  {
    promise: 'a repair frees no place of a task under way',
    file: 'shared/doctor/repair/places.ts',
    find: "isOver = 'attribute_not_exists(#pk) or #state in (:completed, :failed, :skipped, :cancelled)'",
    replace: `isOver = ${ANY}`,
    test,
  },
  {
    promise: 'a repair takes no ready task off the list',
    file: 'shared/doctor/repair/places.ts',
    find: "isNotReady = 'attribute_not_exists(#pk) or #state <> :ready'",
    replace: `isNotReady = ${ANY}`,
    test,
  },
  {
    promise: 'a repair removes nothing of what is there',
    file: 'shared/doctor/repair/leftovers.ts',
    find: "isGone = 'attribute_not_exists(#pk)'",
    replace: `isGone = ${ANY}`,
    test,
  },
];
