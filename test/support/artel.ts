import { setTimeout as after } from 'node:timers/promises';
import { LocalCloud } from '../../infra/local/boot/cloud.ts';
import type { CloudOptions } from '../../infra/local/boot/cloud-options.ts';
import { SECOND } from '../../shared/core/clock.ts';
import { endWhatIsUnderWay } from './end-under-way.ts';
import { newcomer, PASSWORD } from './newcomer.ts';
import { checkResponse } from './openapi/check-response.ts';
import { operatorOf } from './operator.ts';
import { type ScriptedModel, startScriptedModel } from './scripted-model.ts';
import { synthesizedOnce } from './synthesized.ts';
import { unhurried } from './unhurried.ts';

export { PASSWORD } from './newcomer.ts';

export type Response<T = Record<string, unknown>> = { status: number; headers: Headers; body: T };

/** A person with a token, who calls the public interface. */
export type Person = {
  /** Of the system this person is a user of. */
  url: string;
  id: string;
  email: string;
  token: string;
  call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response<T>>;
  /** An agent by this name, created if need be, and a new session. */
  chat(agent?: string, config?: Record<string, unknown>): Promise<{ agent: string; session: string }>;
  /** Sends a message and waits for the end of its run. */
  ask(
    session: string,
    content: string,
    more?: Record<string, unknown>,
  ): Promise<{ status: number; run: Run; answer?: string }>;
};

export type Run = { id: string; state: string; error: { error_code: string; detail: string } | null };

export type Artel = {
  cloud: LocalCloud;
  model: ScriptedModel;
  register(name: string): Promise<Person>;
  stop(): Promise<void>;
};

/** The whole product on a local cloud of its own, from the real template, with a scripted model. */
export const startArtel = async (options: Partial<CloudOptions> = {}): Promise<Artel> => {
  const model = await startScriptedModel();
  const cloud = await LocalCloud.boot({
    app: synthesizedOnce(),
    schedules: false,
    ...options,
    environment: unhurried(options.environment),
    secrets: { SecretsProvider: { base_url: model.url, api_key: 'test', model: 'scripted' }, ...options.secrets },
  });
  const operator = operatorOf(cloud);
  return {
    cloud,
    model,
    register: async (name) => {
      const email = emailFor(name);
      for (const item of newcomer(email, name)) await operator.put(item);
      return signIn(cloud.url, email);
    },
    stop: async () => {
      operator.stop();
      await cloud.stop();
      await model.stop();
    },
  };
};

let shared: Promise<Artel> | undefined;

/**
 * The one system all test files of this process share when they ask for nothing special: with nobody in it, nothing
 * scripted and nothing under way. Whoever stops it leaves it running for the next file.
 */
export const sharedArtel = async (): Promise<Artel> => {
  shared ??= startArtel();
  const { cloud, model, register } = await shared;
  model.forget();
  await endWhatIsUnderWay(cloud);
  const operator = operatorOf(cloud);
  // Written by the rotation at the start, and not again for a month.
  const publicKeys = await operator.partition('KEYS#');
  await cloud.dynamodb.clear();
  for (const item of publicKeys) await operator.put(item);
  operator.stop();
  await cloud.resetCounts();
  return { cloud, model, register, stop: async () => model.forget() };
};

let people = 0;

const emailFor = (name: string): string => {
  people += 1;
  return `${name}.${people}@example.com`;
};

/** A new user of a system that can only be reached over HTTP. */
export const register = async (url: string, name: string): Promise<Person> => {
  const email = emailFor(name);
  await request(url, 'POST', '/auth/register', { email, password: PASSWORD, display_name: name });
  return signIn(url, email);
};

const signIn = async (url: string, email: string): Promise<Person> => {
  const login = await request<{ access_token: string; user: { id: string } }>(url, 'POST', '/auth/login', {
    email,
    password: PASSWORD,
  });
  if (login.status !== 200) throw new Error(`${email} cannot sign in: ${JSON.stringify(login.body)}`);
  return person(url, { id: login.body.user.id, email, token: login.body.access_token });
};

export const person = (url: string, who: { id: string; email: string; token: string }): Person => {
  const call: Person['call'] = (method, path, body, headers) =>
    request(url, method, path, body, { authorization: `Bearer ${who.token}`, ...headers });
  return {
    ...who,
    url,
    call,
    chat: async (agent = 'helper', config = {}) => {
      await call('POST', '/my/agents', { name: agent, system_prompt: 'You help.', ...config });
      const session = await call<{ id: string }>('POST', '/my/chat/sessions', {});
      return { agent, session: session.body.id };
    },
    ask: async (session, content, more = {}) => {
      const begun = performance.now();
      const { status, body } = await call<Asked>('POST', `/my/chat/${session}/message?wait=${LONGEST_WAIT}`, {
        content,
        ...more,
      });
      const hasRunOut = status === 202 && performance.now() - begun > LONGEST_WAIT * SECOND;
      if (hasRunOut && isUnderWay(body.run)) return outlasting(call, session, body.run);
      return { status, run: body.run, ...(body.answer && { answer: body.answer.content }) };
    },
  };
};

/** In seconds. */
const LONGEST_WAIT = 25;

type Asked = { run: Run; answer?: { content: string } };

const isUnderWay = ({ state }: Run): boolean => state === 'queued' || state === 'running';

/** The end of a run for which a busy machine takes longer than a request may wait. */
const outlasting = async (call: Person['call'], session: string, begun: Run) => {
  let run = begun;
  while (isUnderWay(run)) {
    await after(200);
    run = (await call<Run>('GET', `/my/runs/${run.id}`)).body;
  }
  const { body } = await call<{ items: { role: string; run_id: string; content: string }[] }>(
    'GET',
    `/my/chat/${session}/messages?limit=100`,
  );
  const answer = body.items.findLast(({ role, run_id }) => role === 'assistant' && run_id === run.id);
  return { status: 200, run, ...(answer && { answer: answer.content }) };
};

export const request = async <T = Record<string, unknown>>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response<T>> => {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const has = (header: string) => answer.headers.has(header);
  checkResponse({ method, path, status: answer.status, contentType: answer.headers.get('content-type'), text, has });
  const isJson = (answer.headers.get('content-type') ?? '').startsWith('application/json') && text !== '';
  return { status: answer.status, headers: answer.headers, body: (isJson ? JSON.parse(text) : text) as T };
};
