import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Artel, type ArtelError, type SessionEvent, signIn } from '../../../clients/typescript/src/index.ts';
import { PASSWORD, type Person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';

/* Requirements: API10. */

const here = inArtel();

let bob: Person;
let artel: Artel;

beforeAll(async () => {
  bob = await here.artel.register('bob');
  artel = new Artel({ url: bob.url, token: () => bob.token });
});
beforeEach(() => here.artel.model.always({ text: 'A whole answer, in several words.' }));

const pause = async (): Promise<void> => undefined;
const clientWith = (send: typeof fetch): Artel =>
  new Artel({ url: bob.url, token: () => bob.token, fetch: send, pause });

/** An agent and a chat of bob's, made through the client. */
const chatWith = async (agent: string, tools: 'file_write'[] = []) => {
  await artel.call('POST /my/agents', { body: { name: agent, system_prompt: 'You help.', tools } });
  const { id } = await artel.call('POST /my/chat/sessions', { body: {} });
  return id;
};

describe('the TypeScript client', () => {
  test('says at once that a runtime has no WebSocket', async () => {
    const session = await chatWith('unheard');
    vi.stubGlobal('WebSocket', undefined);
    try {
      await expect(artel.chat(session).live().next()).rejects.toThrow('This runtime has no WebSocket');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('asks an agent and has its answer', async () => {
    const session = await chatWith('helper');
    const chat = artel.chat(session);
    const seen: string[] = [];
    const answer = await chat.ask(
      { content: 'Hello', target_agent: 'helper' },
      { onEvent: ({ event_type }) => seen.push(event_type) },
    );
    expect(answer).toMatchObject({ state: 'completed', text: 'A whole answer, in several words.' });
    expect(seen).toEqual(expect.arrayContaining(['run_started', 'message_created', 'run_completed']));
    expect(chat.lastEventId).toBe(seen.length);
    const { items } = await artel.call('GET /my/chat/{session_id}/messages', { path: { session_id: session } });
    expect(items.map(({ role }) => role)).toEqual(['user', 'assistant']);
  });

  test('tells every event once and in order over a connection that is cut after each line', async () => {
    const session = await chatWith('cut');
    await artel.chat(session).ask({ content: 'Hello', target_agent: 'cut' });
    const { body } = await bob.call<{ items: unknown[] }>('GET', `/my/chat/${session}/messages`);
    expect(body.items).toHaveLength(2);
    let connections = 0;
    const cutting: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).includes('/events') || !answer.body) return answer;
      connections += 1;
      return new Response(answer.body.pipeThrough(cutAfterFirstLine()), { headers: answer.headers });
    };
    const numbers: number[] = [];
    for await (const event of clientWith(cutting).chat(session).events()) {
      numbers.push((event as SessionEvent).event_id);
      if (event.event_type === 'run_completed') break;
    }
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(connections).toBe(numbers.length);
  });

  test('tells every event once and in order over WebSockets that end, with several events in a frame', async () => {
    const session = await chatWith('live');
    await artel.chat(session).ask({ content: 'Hello', target_agent: 'live' });
    const frames: string[] = [];
    const sockets: WebSocket[] = [];
    const socket = (url: string): WebSocket => {
      const opened = new WebSocket(url);
      opened.addEventListener('message', ({ data }) => frames.push(String(data)));
      sockets.push(opened);
      return opened;
    };
    const leaving = new AbortController();
    const chat = new Artel({ url: bob.url, token: () => bob.token, socket, pause }).chat(session);
    const numbers: number[] = [];
    let ends = 0;
    const reading = (async () => {
      for await (const event of chat.live({ signal: leaving.signal })) {
        numbers.push((event as SessionEvent).event_id);
        if (event.event_type !== 'run_completed') continue;
        ends += 1;
        sockets.at(-1)?.close();
        if (ends === 2) return;
        void artel.chat(session).send({ content: 'Again', target_agent: 'live' });
      }
    })();
    await reading;
    leaving.abort();
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(sockets.length).toBeGreaterThan(1);
    const batches = frames.flatMap((text) => JSON.parse(text).events ?? []);
    expect(batches.length).toBeGreaterThanOrEqual(numbers.length);
    expect(frames.filter((text) => text.startsWith('{"event_id"'))).toEqual([]);
  });

  test('ends a live view when it is told to, and refuses one of a chat that is not there', async () => {
    const session = await chatWith('quiet');
    const leaving = new AbortController();
    const watching = artel.chat(session).live({ signal: leaving.signal }).next();
    leaving.abort(new Error('The view was closed.'));
    await expect(watching).rejects.toThrow('The view was closed.');
    await expect(artel.chat('ses_nowhere').live().next()).rejects.toMatchObject({ name: 'ArtelError', status: 404 });
  });

  test('sends a message whose answer was lost again, and it is carried out once', async () => {
    const session = await chatWith('lossy');
    let lost = 0;
    const losing: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (!String(input).endsWith('/message') || lost > 0) return answer;
      lost += 1;
      await answer.body?.cancel();
      throw new TypeError('the connection was lost');
    };
    await clientWith(losing).chat(session).ask({ content: 'Once', target_agent: 'lossy' });
    expect(lost).toBe(1);
    const { items } = await artel.call('GET /my/chat/{session_id}/messages', { path: { session_id: session } });
    expect(items.filter(({ role }) => role === 'user')).toHaveLength(1);
  });

  test('waits for a message whose connection was lost while it was still being carried out', async () => {
    const session = await chatWith('slow');
    let first: Promise<Response> | undefined;
    let repeats = 0;
    const losing: typeof fetch = async (input, init) => {
      if (!String(input).endsWith('/message')) return fetch(input, init);
      if (!first) {
        first = fetch(input, init);
        throw new TypeError('the connection was lost');
      }
      repeats += 1;
      if (repeats === 1) return stillRunning();
      await first;
      return fetch(input, init);
    };
    const answer = await clientWith(losing).chat(session).ask({ content: 'Once', target_agent: 'slow' });
    expect([answer.state, repeats]).toEqual(['completed', 2]);
  });

  test('lets a person decide while it waits for the answer', async () => {
    const session = await chatWith('scribe', ['file_write']);
    here.artel.model.script({
      tool_calls: [{ name: 'file_write', arguments: '{"path":"notes.txt","content":"noted"}' }],
    });
    const decided: Promise<{ status: string }>[] = [];
    const answer = await artel.chat(session).ask(
      { content: 'Write it down', target_agent: 'scribe' },
      {
        onEvent: ({ event_type, payload }) => {
          if (event_type !== 'approval_required' || !('approval_id' in payload)) return;
          const path = { approval_id: String(payload.approval_id) };
          decided.push(artel.call('POST /my/approvals/{approval_id}/confirm', { path, body: { decision: 'approve' } }));
        },
      },
    );
    expect(answer.state).toBe('completed');
    expect(await Promise.all(decided)).toMatchObject([{ status: 'approved' }]);
  });

  test('signs in, and renews its token before it expires', async () => {
    let now = Date.now();
    let renewals = 0;
    const counting: typeof fetch = (input, init) => {
      if (String(input).endsWith('/auth/refresh')) renewals += 1;
      return fetch(input, init);
    };
    const token = await signIn({ url: bob.url, email: bob.email, password: PASSWORD, fetch: counting, now: () => now });
    const first = await token();
    expect(await token()).toBe(first);
    now += 15 * 60_000;
    const [second, third] = await Promise.all([token(), token()]);
    expect([second === first, second === third, renewals]).toEqual([false, true, 1]);
    const me = await new Artel({ url: bob.url, token }).call('GET /my', {});
    expect(me).toMatchObject({ email: bob.email });
  });

  test('renews nothing for somebody else who has signed in with the same cookie meanwhile', async () => {
    const { alice } = here;
    let now = Date.now();
    const login = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const entered = await fetch(`${bob.url}/auth/login`, {
      ...login,
      body: JSON.stringify({ email: alice.email, password: PASSWORD }),
    });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const ofAlice: typeof fetch = (input, init) =>
      fetch(input, String(input).endsWith('/auth/refresh') ? { ...init, headers: { cookie } } : init);
    const token = await signIn({ url: bob.url, email: bob.email, password: PASSWORD, fetch: ofAlice, now: () => now });
    now += 15 * 60_000;
    await expect(token()).rejects.toMatchObject({ name: 'ArtelError', status: 401, code: 'unauthorized' });
    await expect(new Artel({ url: bob.url, token }).call('GET /my', {})).rejects.toMatchObject({ status: 401 });
  });

  test('says which fields were refused, and for whom', async () => {
    let answered: string | null = null;
    const listening: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      answered = answer.headers.get('x-request-id');
      return answer;
    };
    const body = { name: 'Not A Slug', system_prompt: 'You help.' };
    const error = await clientWith(listening)
      .call('POST /my/agents', { body })
      .catch((thrown: ArtelError) => thrown);
    expect(answered).toEqual(expect.any(String));
    expect(error).toMatchObject({
      name: 'ArtelError',
      status: 422,
      requestId: answered,
      fields: [expect.objectContaining({ path: 'name' })],
    });
  });

  test('does not repeat what was refused', async () => {
    let requests = 0;
    const counting: typeof fetch = (input, init) => {
      requests += 1;
      return fetch(input, init);
    };
    await expect(clientWith(counting).call('GET /my/agents/{agent}', { path: { agent: 'nobody' } })).rejects.toThrow();
    expect(requests).toBe(1);
  });
});

/** What the service answers a repeat before the request itself has ended. */
const stillRunning = (): Response =>
  Response.json(
    { detail: 'still being carried out', error_code: 'conflict' },
    { status: 409, headers: { 'retry-after': '1' } },
  );

/** Passes the first line and fails the rest, as a network does that breaks. */
const cutAfterFirstLine = () => {
  let text = '';
  const decoder = new TextDecoder();
  return new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      text += decoder.decode(chunk, { stream: true });
      const end = text.indexOf('\n');
      if (end < 0) return;
      controller.enqueue(new TextEncoder().encode(text.slice(0, end + 1)));
      text = '';
      setImmediate(() => controller.error(new TypeError('cut')));
    },
  });
};
