import { expect, test, vi } from 'vitest';
import { startArtel } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { type LogLine, logLinesIn } from '../../support/log-lines.ts';

/* Requirements: MEM2. */

const written: LogLine[] = [];
const here = inArtel(() => startArtel({ log: (_name, text) => void written.push(...logLinesIn(text)) }));

const lines = (message: string): LogLine[] => written.filter((line) => line.message === message);

/** The answer's next reminder is due, and a worker takes it. */
const remind = async (): Promise<void> => {
  await here.operator.timePasses('task');
  await here.artel.cloud.sweep();
};

const remembered = async (agent: string): Promise<string[]> => {
  const { body } = await here.alice.call<{ items: { text: string }[] }>('GET', `/my/agents/${agent}/context`);
  return body.items.map(({ text }) => text);
};

test.each([
  ['are down', { embeddings: { status: 500 } }],
  ['answer nonsense', { embeddings: 'malformed' }],
] as const)(
  'G35: while embeddings %s answers are given, one warning is written, and they are remembered later',
  async (what, failing) => {
    const { artel, alice } = here;
    const name = what.replace(' ', '-');
    const { session } = await alice.chat(name);
    artel.model.always({ text: `It is noted while they ${what}.` });
    // The first memory of all makes the collection.
    await alice.ask(session, `Hello, they ${what}.`, { target_agent: name });
    artel.model.script(...Array.from({ length: 300 }, () => failing));
    written.length = 0;
    const asked = await alice.ask(session, `My cat is called Mia, they ${what}.`, { target_agent: name });
    expect(asked.run.state).toBe('completed');
    for (let time = 0; time < 3; time += 1) {
      const failures = lines('memory still unavailable').length;
      await remind();
      await vi.waitFor(() => expect(lines('memory still unavailable').length).toBeGreaterThan(failures), 20_000);
    }
    artel.model.forget();
    // The provider is not asked again until its breaker lets one call through.
    await vi.waitFor(
      async () => {
        await remind();
        expect((await remembered(name)).join()).toContain(`Mia, they ${what}`);
      },
      { timeout: 100_000, interval: 4_000 },
    );
    expect(written.filter(({ level }) => level === 'ERROR')).toEqual([]);
    expect(lines('memory unavailable')).toHaveLength(1);
  },
);
