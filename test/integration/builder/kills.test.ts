import { expect, test } from 'vitest';
import { ended } from '../../support/approvals.ts';
import { type Artel, startArtel } from '../../support/artel.ts';
import { askedIn, competentTeam } from '../../support/builder/scripted-team.ts';
import { storedEvents } from '../../support/events.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: BT1, WS8. */

let own: Artel;
const here = inArtel(async () => {
  own = await startArtel();
  return own;
});

const KILLS = 10;
const PARTS = [
  { id: 'one', path: 'src/one.js', content: 'export const one = 1;\n' },
  { id: 'two', path: 'src/two.js', content: 'export const two = 2;\n' },
];

test('a build whose worker is killed ten times while a model answers goes on, and no step is done twice', async () => {
  const team = competentTeam(PARTS, { test: 'true' });
  const asked = new Set<string>();
  const struck: Promise<unknown>[] = [];
  const strike = async (): Promise<void> => {
    await own.cloud.kill('agent-worker');
    // As if its lease were over, and the sweeper had looked.
    await here.operator.timePasses('task');
    await own.cloud.sweep();
  };
  own.model.always(({ body }) => {
    const one = askedIn((body as { messages: { role: string; content: string }[] }).messages);
    const question = `${one.role} ${/Do \w+\./.exec(one.input)?.[0]}`;
    if (!asked.has(question) && struck.length < KILLS) struck.push(strike());
    asked.add(question);
    return { text: JSON.stringify(team(one)) };
  });
  const started = await here.alice.call<{ build: { id: string; session_id: string } }>('POST', '/my/builds', {
    request: 'Build me a thing.',
    oversight: 'none',
  });
  const { id, session_id } = started.body.build;
  await ended(here.alice, session_id);
  await Promise.all(struck);
  expect(struck.length).toBe(KILLS);
  const { body: build } = await here.alice.call<{ versions: { reason: string }[] }>('GET', `/my/builds/${id}`);
  expect(build).toMatchObject({ state: 'completed', stage: 'done', error: null });
  expect(build.versions.map(({ reason }) => reason).sort()).toEqual(['Part one', 'Part two', 'README']);
  const events = await storedEvents(here.alice, session_id);
  const told = events.flatMap(({ event_type, payload }) =>
    event_type.startsWith('build_') ? [JSON.stringify([event_type, { ...payload, agent_id: null }])] : [],
  );
  expect(told).toEqual([...new Set(told)]);
  expect(told.length).toBeGreaterThan(14);
  expect(events.filter(({ event_type }) => event_type === 'run_completed').length).toBe(1);
});
