import { sha256 } from '../../core/digest.ts';
import type { ProjectScope } from '../../core/scope.ts';
import { readObject } from '../../platform/objects.ts';
import { objectPrefix } from '../../store/index.ts';
import { OBJECTS, put } from '../files/objects.ts';

/** Bytes of a file travel in pieces of this size, the last one but shorter. */
export const PIECE_BYTES = 500_000;

/** No version names a piece, so the sweep after the next takes it: until then it is there for whoever puts the file together. */
const nameOf = (digest: string, offset: number): string => `${OBJECTS}piece/0/${digest}.${offset}`;

/** Keeps a piece of a file that a version of another project had, for `copyVersion`. Repeatable. */
export const keepPiece = (
  project: ProjectScope,
  { sha256: digest, offset, bytes }: { sha256: string; offset: number; bytes: Uint8Array },
): Promise<void> => put(project, nameOf(digest, offset), bytes);

/** A file from its pieces; `undefined` where one is missing, or they are not the file that was announced. */
export const fromPieces = async (
  project: ProjectScope,
  { sha256: digest, bytes: size }: { sha256: string; bytes: number },
): Promise<Uint8Array | undefined> => {
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset === 0 || offset < size; offset += PIECE_BYTES) {
    const key = objectPrefix(project) + nameOf(digest, offset);
    const piece = await readObject(key, { offset: 0, length: PIECE_BYTES });
    if (!piece) return undefined;
    pieces.push(piece.bytes);
  }
  const bytes = Buffer.concat(pieces);
  return sha256(bytes) === digest ? bytes : undefined;
};
