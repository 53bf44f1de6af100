import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { described } from '../../../functions/documentation/operations.ts';
import { openApi } from '../../../functions/routing/description/openapi.ts';
import { type Person, person } from '../../support/artel.ts';
import { inArtel } from '../../support/in-artel.ts';
import { checkResponse } from '../../support/openapi/check-response.ts';
import { acquire } from '../isolation/belongings.ts';
import { bentRequest, type Document, type Endpoint, endpointsOf, fittingRequest, type Sent } from './requests.ts';
import type { Names } from './values.ts';

/* Requirements: API6, API10. */

/** Of each kind, to each operation. `ARTEL_FUZZ_REQUESTS=50` for a long look. */
const REQUESTS = Number(process.env.ARTEL_FUZZ_REQUESTS ?? 1);
const SEED = Number(process.env.ARTEL_FUZZ_SEED ?? 20_261_128);

const document = openApi(described, { title: 'Artel', version: 'test' }) as Document;
/** What removes things comes last, so that the others find them; and after all the rest, what removes whoever asks. */
const turnOf = ({ name, method }: Endpoint): number => Number(method === 'DELETE') + Number(name === 'DELETE /my');
const endpoints = endpointsOf(document).sort((one, other) => turnOf(one) - turnOf(other));

const here = inArtel();
const names: Names = { named: document.components.schemas, known: {} };
let administrator: Person;

beforeAll(async () => {
  const { alice, operator, artel } = here;
  artel.model.always({ text: 'Fine.' });
  const belongings = await acquire(alice, 'fuzz', operator);
  const { agent, session } = await alice.chat();
  names.known = {
    ProjectReference: ['default', belongings.project],
    AgentReference: [agent, belongings.agent.name, belongings.agent.key, belongings.agent.id],
    SessionId: [session, belongings.session],
    RunId: [belongings.run, belongings.plan],
    ApprovalId: [belongings.approval],
    FilePath: [belongings.file, 'notes/other.md'],
  };
  const [profile] = await operator.partition(`USER#${alice.id}`, 'PROFILE');
  if (profile) await operator.put({ ...profile, roles: ['user', 'admin'] });
  const { body } = await alice.call<{ access_token: string }>('POST', '/auth/login', {
    email: alice.email,
    password: 'correct horse battery staple',
  });
  administrator = person(artel.cloud.url, { ...alice, token: body.access_token });
});

/** Parts of a request that are each right and do not go together: no schema says so. */
const AT_ODDS =
  /A tool call is demanded, but|The tokens are not those of|A stream cannot be repeated|An agent makes no embeddings|messages of one request|There is a file .* already|is not valid (base64|text)/;

type Answer = { status: number; contentType: string | null; text: string };

/** As it is written: `fetch` would tidy the path and refuse a body of GET. */
const send = async ({ method, isPublic }: Endpoint, { path, headers, body }: Sent): Promise<Answer> => {
  const { hostname, port } = new URL(here.artel.cloud.url);
  const own = isPublic ? {} : { authorization: `Bearer ${administrator.token}` };
  // Node announces no body of GET or DELETE by itself.
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  const asked = request({ hostname, port, method, path, headers: { ...headers, ...own, ...length } });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const contentType = response.headers['content-type'] ?? null;
  return { status: response.statusCode ?? 0, contentType, text: await text(response) };
};

const each = (endpoint: Endpoint, made: fc.Arbitrary<Sent>, holds: (sent: Sent, answer: Answer) => void) =>
  fc.assert(
    fc.asyncProperty(made, async (sent) => {
      const answer = await send(endpoint, sent);
      checkResponse({ method: endpoint.method, path: sent.path, ...answer });
      holds(sent, answer);
    }),
    { numRuns: REQUESTS, seed: SEED + endpoints.indexOf(endpoint), endOnFailure: true },
  );

describe.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))('G47: %s', (_, endpoint) => {
  test('takes the form of a request that is described, and answers as described', async () => {
    await each(endpoint, fittingRequest(endpoint, names), (sent, { status, text }) => {
      if (AT_ODDS.test(text)) return;
      expect([400, 405, 413, 415, 500], `${JSON.stringify(sent)} ${text}`).not.toContain(status);
    });
  });

  test('answers as described to a request that is not', async () => {
    await each(endpoint, bentRequest(endpoint, names), (sent, { status, text }) => {
      expect(status, `${JSON.stringify(sent)} ${text}`).not.toBe(500);
    });
  });
});
