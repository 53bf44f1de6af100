import { DAY, epochSeconds, SECOND } from '../core/clock.ts';
import { secretText, sha256 } from '../core/digest.ts';
import type { ProjectScope } from '../core/scope.ts';
import {
  deleteItem,
  type Item,
  packText,
  putItem,
  SCHEMA_VERSION,
  type StoredText,
  unpackText,
  updateItem,
  userKeys,
} from '../store/index.ts';

/** The response as it was sent: a repeat of the request gets exactly the same. */
export type RecordedResponse = { status: number; headers: Record<string, string>; body: string };

/** The right to carry out a request, held by one invocation. */
export type RequestClaim = {
  /** `false`: it ran out, and another request has it. */
  renew(now: number): Promise<boolean>;
  remember(answer: RecordedResponse, now: number): Promise<void>;
  release(): Promise<void>;
};

export type ClaimOutcome =
  | { kind: 'first'; claim: RequestClaim }
  | { kind: 'answered'; answer: RecordedResponse }
  | { kind: 'running' }
  | { kind: 'other request' };

/** Renewed while the request is carried out, however long that is, so that only a crashed request is overtaken. */
const CLAIM_TTL = 35 * SECOND;
/** Two renewals may fail before a claim runs out. */
export const CLAIM_RENEW_INTERVAL = 10 * SECOND;
const RESPONSE_TTL = DAY;

const free = 'attribute_not_exists(#pk) or #expires_at <= :seconds or (#state = :running and #claimed_until <= :now)';
const stillMine = '#state = :running and #owner = :owner';

/**
 * Makes a write happen once for one `Idempotency-Key` of a user: the first request claims the key, later ones get its
 * answer for a day. `fingerprint` says what the request was, so that a key is not reused for something else.
 * Source: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const claimRequest = async (
  project: ProjectScope,
  key: string,
  { fingerprint, now }: { fingerprint: string; now: number },
): Promise<ClaimOutcome> => {
  const recordKey = userKeys.idempotency(project.user, sha256(key));
  const owner = secretText(16);
  const item = {
    ...recordKey,
    v: SCHEMA_VERSION,
    project_id: project.projectId,
    state: 'running',
    owner,
    fingerprint,
    claimed_until: now + CLAIM_TTL,
    expires_at: epochSeconds(now + RESPONSE_TTL),
  };
  const values = { seconds: Math.floor(now / SECOND), now, running: 'running' };
  const outcome = await putItem(item, { when: free, values });
  if (!outcome.ok) return existingOutcome(outcome.items[0], fingerprint);
  const mine = { when: stillMine, values: { running: 'running', owner } };
  return {
    kind: 'first',
    claim: {
      renew: async (at) => {
        const values = { ...mine.values, until: at + CLAIM_TTL };
        return (await updateItem(recordKey, 'set #claimed_until = :until', { when: stillMine, values })).ok;
      },
      remember: async ({ status, headers, body }, at) => {
        const stored = await packText(project, { id: `reply_${owner}`, text: body });
        await updateItem(recordKey, 'set #state = :done, #answer = :answer, #expires_at = :expires', {
          when: stillMine,
          values: {
            ...mine.values,
            done: 'done',
            answer: { status, headers, ...stored },
            expires: epochSeconds(at + RESPONSE_TTL),
          },
        });
      },
      release: async () => {
        await deleteItem(recordKey, mine);
      },
    },
  };
};

const existingOutcome = async (item: Item | undefined, fingerprint: string): Promise<ClaimOutcome> => {
  // Released between our write and its reply, so the client may try again.
  if (!item) return { kind: 'running' };
  if (item.fingerprint !== fingerprint) return { kind: 'other request' };
  if (item.state === 'running') return { kind: 'running' };
  const { status, headers, ...stored } = item.answer as {
    status: number;
    headers: Record<string, string>;
  } & StoredText;
  return { kind: 'answered', answer: { status, headers, body: await unpackText(stored) } };
};
