import { sha256 } from '../../core/digest.ts';

const MEGABYTE = 1024 * 1024;
/** Lambda takes 6 MB of request, and as much of an answer. */
export const MAX_PACKED_BYTES = 5.5 * MEGABYTE;
const PIECE_BYTES = 5 * MEGABYTE;
export const MAX_PIECES = 8;
/** Of a packed message in pieces: what the memory of the function has room for, unpacked and in the shell's own process as well. */
export const MAX_CARRIED_BYTES = MAX_PIECES * PIECE_BYTES;

/** A packed message that travels in pieces, named by what it has to be once it is put together. */
export type Whole = { digest: string; pieces: number };
export type Place = { digest: string; at: number };

export const cut = (packed: string): { whole: Whole; pieces: string[] } => {
  const count = Math.ceil(packed.length / PIECE_BYTES);
  const pieces = Array.from({ length: count }, (_, at) => packed.slice(at * PIECE_BYTES, (at + 1) * PIECE_BYTES));
  return { whole: { digest: sha256(packed), pieces: count }, pieces };
};

/** Whether the pieces make what was announced. */
export const isWhole = (packed: string, { digest }: Whole): boolean => sha256(packed) === digest;

/** Of what is on its way, the oldest goes: whoever carried it has died, or comes again. */
const MAX_UNDER_WAY = 4;

/**
 * Pieces on their way, in the memory of one environment of the function. Nothing leads from there to a bucket, and nothing is to:
 * so a message that is too large for a call comes in several. They need not reach the same environment: one that is asked to put a
 * message together says which pieces it has not got.
 */
export class Carried {
  readonly #underWay = new Map<string, string[]>();

  /** A piece is put where its sender says; whether that was right, the digest tells. */
  keep(user: string, { digest, at }: Place, text: string): void {
    const name = nameOf(user, digest);
    const pieces = this.#underWay.get(name) ?? [];
    pieces[at] = text;
    // The newest stands last.
    this.#underWay.delete(name);
    this.#underWay.set(name, pieces);
    for (const oldest of this.#underWay.keys()) if (this.#underWay.size > MAX_UNDER_WAY) this.#underWay.delete(oldest);
  }

  /** The message, which is on its way no more; or which of its pieces have to be brought. */
  join(user: string, whole: Whole): string | { missing: number[] } {
    const name = nameOf(user, whole.digest);
    const pieces = this.#underWay.get(name) ?? [];
    const all = Array.from({ length: whole.pieces }, (_, at) => at);
    const missing = all.filter((at) => pieces[at] === undefined);
    if (missing.length > 0) return { missing };
    this.#underWay.delete(name);
    const packed = pieces.slice(0, whole.pieces).join('');
    return isWhole(packed, whole) ? packed : { missing: all };
  }

  /** Holds a message ready to be taken away in pieces. */
  hold(user: string, packed: string): Whole {
    const { whole, pieces } = cut(packed);
    for (const [at, text] of pieces.entries()) this.keep(user, { digest: whole.digest, at }, text);
    return whole;
  }

  /** A piece of what is held, which is gone with its last one: they are taken in their order. */
  take(user: string, { digest, at }: Place): string | undefined {
    const name = nameOf(user, digest);
    const pieces = this.#underWay.get(name);
    if (pieces && at === pieces.length - 1) this.#underWay.delete(name);
    return pieces?.[at];
  }
}

const nameOf = (user: string, digest: string): string => `${digest} ${user}`;
