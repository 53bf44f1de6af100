import type { World } from '../world/world.ts';

type Event = { event_type: string; session_id: string; payload: Record<string, unknown> };

/** What can be told of one thing once only, by the attribute that names the thing. */
const TOLD_ONCE: Record<string, { fact: string; about: string }> = {
  run_started: { fact: 'began', about: 'run_id' },
  task_completed: { fact: 'ended', about: 'task_id' },
  task_failed: { fact: 'ended', about: 'task_id' },
  task_cancelled: { fact: 'ended', about: 'task_id' },
  task_skipped: { fact: 'ended', about: 'task_id' },
  approval_required: { fact: 'was asked', about: 'approval_id' },
  approval_expiring: { fact: 'was about to expire', about: 'approval_id' },
  approval_resolved: { fact: 'was resolved', about: 'approval_id' },
};

/** "A fact is announced once." (events) A project that was imported tells what the other one told. */
export const factsToldTwice = (world: World): string[] => {
  const told = new Map<string, number>();
  for (const { pk, sk, lines } of world.table.items()) {
    if (!sk.startsWith('EV#') || !Array.isArray(lines)) continue;
    for (const { event_type, payload } of lines.map((line) => JSON.parse(String(line)) as Event)) {
      const once = TOLD_ONCE[event_type];
      const id = once && payload[once.about];
      if (!once || id === undefined) continue;
      const fact = `${once.about.replace('_id', '')} ${String(id)} of ${pk.split('#')[3]} ${once.fact}`;
      told.set(fact, (told.get(fact) ?? 0) + 1);
    }
  }
  return [...told].flatMap(([fact, times]) => (times > 1 ? [`the log tells ${times} times that ${fact}`] : []));
};
