import type { Person } from '../container/enrol.ts';
import type { World } from './world.ts';

export type Answer = { status: number; body: never };
type Sending = { body?: unknown; key?: string; query?: Record<string, string> };

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

  #send(method: string, path: string, { body, key, query = {} }: Sending): Promise<Answer | undefined> {
    const { person } = this;
    this.#requests += 1;
    const headers: Record<string, string> = {
      Authorization: `Bearer ${person.key}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key !== undefined && { 'Idempotency-Key': key }),
    };
    const event = {
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
    return new Promise((resolve) => {
      this.#world.begin({
        role: 'my',
        event,
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

/** The first request with that key is still under way, or was lost a moment ago. */
const isStillBeingCarriedOut = ({ status, body }: Answer): boolean =>
  status === 409 && String((body as { detail?: string }).detail).includes('still being carried out');

const answerOf = (value: unknown): Answer => {
  const { statusCode, body } = value as { statusCode: number; body: string };
  return { status: statusCode, body: (body ? JSON.parse(body) : undefined) as never };
};
