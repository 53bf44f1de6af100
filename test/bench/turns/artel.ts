import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENV } from '../../../shared/core/environment.ts';
import { type Person, register } from '../../support/artel.ts';
import { OFTEN } from '../../support/unhurried.ts';
import { spawned } from '../processes/spawned.ts';
import { answers, Client } from './client.ts';
import type { TurnContender } from './contender.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const AGENT = 'helper';
/** One person's tasks run ten at a time; more are at work when there are more people. */
const PEOPLE = ['alice', 'bob'];

/** `npm start` without npm, on a data folder of its own. */
export const artel = async (upstream: string): Promise<TurnContender> => {
  const data = mkdtempSync(join(tmpdir(), 'artel-turns-'));
  const program = await spawned('Artel', {
    argv: ['infra/guard.mjs', 'infra/local/start.ts'],
    ready: /REST API\s+(\S+)[\s\S]*Ctrl-C/,
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: '0',
      ARTEL_DATA: data,
      ARTEL_TIERS: OFTEN[ENV.tiers],
      OPENAI_BASE_URL: upstream,
      OPENAI_API_KEY: 'test',
      OPENAI_MODEL: 'scripted',
    },
  });
  const stop = async (): Promise<void> => {
    await program.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { name: 'Artel', process: program.id, turn: await turnsOf(program.said[1] ?? ''), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const turnsOf = async (url: string): Promise<() => Promise<void>> => {
  const people = await Promise.all(PEOPLE.map((name) => withAgent(url, name)));
  const client = new Client(url);
  let taken = 0;
  return async () => {
    taken += 1;
    const headers = { authorization: `Bearer ${people[taken % people.length]?.token}` };
    const { id } = await client.post<{ id: string }>('/my/chat/sessions', {}, headers);
    const asked = { content: 'What is still open?', target_agent: AGENT };
    answers(await client.post(`/my/chat/${id}/message?wait=25`, asked, headers));
  };
};

const withAgent = async (url: string, name: string): Promise<Person> => {
  const person = await register(url, name);
  await person.call('POST', '/my/agents', { name: AGENT, system_prompt: 'You help.', concurrency_limit: 10 });
  return person;
};
