import { embed } from '../../../infra/local/stand-ins/offline-model/embedding.ts';
import { Disk, type StoredPoint } from '../../../infra/local/stand-ins/qdrant/disk.ts';
import { SECOND } from '../../../shared/core/clock.ts';
import { payloadOf } from '../../../shared/memory/record/payload.ts';
import { INDEXES } from '../../../shared/memory/store/collections.ts';
import { pointId } from '../../../shared/memory/store/tenant.ts';
import { randomNumbers } from '../vectors/fill.ts';

const POINTS_A_WRITE = 1_000;
const VOCABULARY = 5_000;
const WORDS_IN_TEXT = 30;
const BEGUN = Date.parse('2026-01-01T00:00:00Z');

/** Words of which a few are in most texts and most in few, as in a language. */
export const wordsFrom = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => `word${Math.floor(random() ** 3 * VOCABULARY)}`).join(' ');

/** The file of a store with so many turns of one agent, embedded and stored as the memory does it. */
export const fillMemory = (
  file: string,
  { tenant, count, size }: { tenant: string; count: number; size: number },
): void => {
  const disk = new Disk(file);
  disk.saveCollection({ name: `artel_memory_${size}`, config: { size, distance: 'Cosine' }, indexes: INDEXES });
  const random = randomNumbers();
  for (let done = 0; done < count; done += POINTS_A_WRITE) {
    const points = Array.from({ length: POINTS_A_WRITE }, (_, n): StoredPoint => {
      const id = `turn-${done + n}`;
      const text = `User: ${wordsFrom(random, WORDS_IN_TEXT / 2)}\nAssistant: ${wordsFrom(random, WORDS_IN_TEXT / 2)}`;
      const payload = payloadOf(tenant, {
        id,
        text,
        type: n % 20 === 0 ? 'fact' : 'interaction',
        success: n % 10 !== 0,
        session_id: `session-${Math.floor((done + n) / 20)}`,
        tags: [],
        pinned: false,
        importance: 0.5,
        created_at: new Date(BEGUN + (done + n) * 100 * SECOND).toISOString(),
        ...(n % 50 === 0 && { superseded_by: 'turn-x' }),
      });
      return { point: { id: pointId(tenant, id), payload, version: 1 }, vector: embed(text, size) };
    });
    disk.putPoints(`artel_memory_${size}`, points);
  }
  disk.close();
};
