import type { Person } from '../container/enrol.ts';
import { invocationHere } from '../container/here.ts';
import type { Outcome } from './outcome.ts';
import { Reader } from './reader.ts';
import type { World } from './world.ts';

export type Answer = { status: number; body: never };
type Sending = {
  body?: unknown;
  key?: string | undefined;
  query?: Record<string, string>;
  headers?: Record<string, string>;
};

/** How a program reads a stream: when it leaves, and how long it takes over each piece. */
type Reading = { leavesAfter?: number | undefined; pieceMs?: number };

/** What came of a stream. `whole`: the server ended it, and the client had not left. */
export type Streamed = { status: number | undefined; headers: Record<string, string>; text: string; whole: boolean };

/** A person's program: it sends requests, and sends them again under their key when nothing comes back. */
export class Client {
  readonly person: Person;
  readonly #world: World;
  #requests = 0;

  constructor(world: World, person: Person) {
    this.#world = world;
    this.person = person;
  }

  /** `undefined`: no answer came, and it was not tried again for want of a key. */
  async call(method: string, path: string, sending: Sending = {}): Promise<Answer | undefined> {
    const { key } = sending;
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.#send(method, path, sending);
      const isSettled = answer && answer.status < 500 && !(key !== undefined && isStillBeingCarriedOut(answer));
      if (isSettled || key === undefined || attempt === MAX_ATTEMPTS) return answer;
      await this.#world.wait(attempt * 8_000);
    }
  }

  /** A request whose answer may come piece by piece. It is not sent again. */
  async stream(
    role: 'events' | 'v1',
    [method, path]: [method: string, path: string],
    { leavesAfter, pieceMs = 0, ...sending }: Sending & Reading = {},
  ): Promise<Streamed> {
    const world = this.#world;
    const reader = new Reader(world.schedule, pieceMs);
    let hasLeft = false;
    const over = Promise.withResolvers<Outcome>();
    const event = this.#event(method, path, sending);
    const invocation = world.begin({ role, event, owner: this.person.userId, reader, ended: over.resolve });
    const leave = (): void => {
      hasLeft = !reader.writableFinished;
      // The function hears of it where it runs.
      invocationHere.run(invocation, () => reader.destroy());
    };
    if (leavesAfter !== undefined) world.schedule.after(leavesAfter, leave);
    const outcome = await over.promise;
    if (outcome.kind === 'returned') await reader.taken();
    const isBroken = hasLeft || reader.errored !== null || !reader.writableFinished;
    const { statusCode: status, headers = {} } = reader.head ?? {};
    const whole = outcome.kind === 'returned' && !isBroken;
    world.say(`${this.person.name} ${method} ${path} -> ${status ?? outcome.kind} ${whole ? 'whole' : 'broken off'}`);
    return { status, headers, text: reader.text, whole };
  }

  #event(method: string, path: string, { body, key, query = {}, headers: more }: Sending): object {
    const { person } = this;
    this.#requests += 1;
    const headers: Record<string, string> = {
      Authorization: `Bearer ${person.key}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
      ...more,
    };
    return {
      httpMethod: method,
      path,
      resource: '/{proxy+}',
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      queryStringParameters: query,
      multiValueQueryStringParameters: Object.fromEntries(
        Object.entries(query).map(([name, value]) => [name, [value]]),
      ),
      pathParameters: null,
      stageVariables: null,
      body: body === undefined ? null : JSON.stringify(body),
      isBase64Encoded: false,
      requestContext: {
        requestId: `${person.name}-${this.#requests}`,
        path,
        identity: { sourceIp: '203.0.113.7', userAgent: 'simulation' },
      },
    };
  }

  #send(method: string, path: string, sending: Sending): Promise<Answer | undefined> {
    const { person } = this;
    return new Promise((resolve) => {
      this.#world.begin({
        role: WORK.test(path) ? 'my' : 'projects',
        event: this.#event(method, path, sending),
        owner: person.userId,
        ended: (outcome) => {
          const answer = outcome.kind === 'returned' ? answerOf(outcome.value) : undefined;
          this.#world.say(`${person.name} ${method} ${path} -> ${answer?.status ?? outcome.kind}`);
          resolve(answer);
        },
      });
    });
  }
}

const MAX_ATTEMPTS = 5;

/** Paths of the function `my`, as in the REST API's tree; what else is under `/my` is the function `projects`’. */
const WORK = /^\/my(\/projects\/[^/]+)?\/(approvals|chat|permissions|plans|runs|socket-ticket)(\/|$)/;

/** The first request with that key is still under way, or was lost a moment ago. */
const isStillBeingCarriedOut = ({ status, body }: Answer): boolean =>
  status === 409 && String((body as { detail?: string }).detail).includes('still being carried out');

const answerOf = (value: unknown): Answer => {
  const { statusCode, body } = value as { statusCode: number; body: string };
  return { status: statusCode, body: (body ? JSON.parse(body) : undefined) as never };
};
