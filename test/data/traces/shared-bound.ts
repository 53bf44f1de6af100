import { MemoryPool, type PoolMember } from '../../../shared/cache/memory/adaptive/index.ts';
import { Random } from '../pii/random.ts';

export const SHARED_BYTES = 640_000;
const PHASE = 60_000;
export type Name = 'answers' | 'files';

export const poolOf = (members: Record<Name, PoolMember>): MemoryPool<Name, true> =>
  new MemoryPool({ max_entries: 100_000, max_bytes: SHARED_BYTES, members, clock: { now: () => 0 } });

/** First many answers are asked for and few files, then the other way round. Each entry takes 1,000 bytes. */
const askedIn = (phase: number, random: Random): [Name, string] => {
  const many: Name = phase % 2 === 0 ? 'answers' : 'files';
  const few: Name = phase % 2 === 0 ? 'files' : 'answers';
  return random.next() < 0.5 ? [many, `key-${random.below(500)}`] : [few, `key-${random.below(60)}`];
};

/** The hit ratio of a pool over some phases, and the share of the answers at the end of each. */
export const played = (pool: MemoryPool<Name, true>, phases: number): { ratio: number; shares: number[] } => {
  const random = new Random(11);
  const shares: number[] = [];
  let hits = 0;
  for (let at = 0; at < phases * PHASE; at += 1) {
    const [name, key] = askedIn(Math.floor(at / PHASE), random);
    if (pool.level(name).get(key)) hits += 1;
    else pool.level(name).set(key, true, { bytes: 1_000 });
    if (at % 500 === 499) pool.adapt();
    if (at % PHASE === PHASE - 1) shares.push(pool.figures().answers.share);
  }
  return { ratio: hits / (phases * PHASE), shares };
};

/** That of halves of a fixed size, and that of shares that adapt. */
export const fixedAndAdapted = () => {
  const half: PoolMember = { least_share: 0.5, most_share: 0.5 };
  const free: PoolMember = { least_share: 0.1, most_share: 0.9 };
  return {
    fixed: played(poolOf({ answers: half, files: half }), 4),
    adapted: played(poolOf({ answers: free, files: free }), 4),
  };
};
