import { expect, test } from 'vitest';
import { SECOND } from '../../../shared/core/clock.ts';
import { ended } from '../../support/approvals.ts';
import { askedIn, competentTeam } from '../../support/builder/scripted-team.ts';
import { inArtel } from '../../support/in-artel.ts';
import { say } from '../../support/reporting/say.ts';

const here = inArtel();

type Count = { calls?: number; readUnits?: number; writeUnits?: number };

/**
 * Counts do not depend on the machine, but for how often a worker looks at its task and for messages to the team, and for what is
 * read again because it was kept for a second.
 */
const LOOKS_EVERY = 2 * SECOND;
const MORE = { calls: 6, readUnits: 10 };

test('a build of one task asks AWS no more than this', async () => {
  const script = competentTeam([{ id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' }], {
    test: 'true',
  });
  here.artel.model.always(({ body }) => ({
    text: JSON.stringify(script(askedIn((body as { messages: { role: string; content: string }[] }).messages))),
  }));
  await here.alice.call('GET', '/my/builds');
  await here.artel.cloud.resetCounts();
  const begun = performance.now();
  const started = await here.alice.call<{ build: { id: string; session_id: string } }>('POST', '/my/builds', {
    request: 'Build me one.',
    oversight: 'none',
  });
  const { id, session_id } = started.body.build;
  await ended(here.alice, session_id);
  const looks = Math.floor((performance.now() - begun) / LOOKS_EVERY);
  const counts = Object.entries((await here.artel.cloud.counts()) as Record<string, Count>);
  const asked = counts.filter(([action]) => !action.startsWith('function:'));
  const sum = (part: keyof Count): number => asked.reduce((all, [, count]) => all + (count[part] ?? 0), 0);
  const { body } = await here.alice.call<{ tasks: { attempts: number }[] }>('GET', `/my/runs/${id}`);
  expect(body.tasks[0]?.attempts).toBe(1);
  const steps = (await here.operator.itemsOf(`USER#${here.alice.id}#PRJ#`)).filter(({ sk }) => sk.startsWith('STP#'));
  const figures = {
    steps: steps.length,
    calls: sum('calls'),
    readUnits: sum('readUnits'),
    writeUnits: sum('writeUnits'),
  };
  say(
    `A build: ${JSON.stringify(figures)} ${JSON.stringify(Object.fromEntries(asked.map(([name, { calls }]) => [name, calls])))}`,
  );
  expect(figures, JSON.stringify(figures)).toSatisfy(
    ({ steps, calls, readUnits, writeUnits }: typeof figures) =>
      steps === 39 &&
      calls <= 280 + looks * MORE.calls &&
      readUnits <= 240 + looks * MORE.readUnits &&
      writeUnits <= 620,
  );
});
