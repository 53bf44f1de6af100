import { damaged } from '../refused.ts';

/** Numbers of seven bits a byte, the lowest first; the highest bit says that more follow. */
const readSize = (bytes: Buffer, from: number): { size: number; next: number } => {
  let size = 0;
  let at = from;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at];
    if (byte === undefined || shift > 42) throw damaged();
    size += (byte & 0x7f) * 2 ** shift;
    at += 1;
    if (byte < 0x80) return { size, next: at };
  }
};

/** Reads the lengths a delta begins with. */
const lengthsOf = (delta: Buffer): { from: number; to: number; next: number } => {
  const before = readSize(delta, 0);
  const after = readSize(delta, before.next);
  return { from: before.size, to: after.size, next: after.next };
};

/** The bytes of a copy instruction's numbers, of which each bit of the instruction says whether one is there. */
const numberAt = (delta: Buffer, from: number, bits: number): { value: number; next: number } => {
  let [value, next] = [0, from];
  for (let index = 0; bits >> index > 0; index += 1) {
    if ((bits & (1 << index)) === 0) continue;
    const byte = delta[next];
    if (byte === undefined) throw damaged();
    value += byte * 2 ** (8 * index);
    next += 1;
  }
  return { value, next };
};

/**
 * What a delta makes of its base, by "Deltified representation" of gitformat-pack(5). `room` is told how much comes out before
 * anything does.
 */
export const applied = (base: Buffer, delta: Buffer, room: (bytes: number) => void): Buffer => {
  const { from, to, next } = lengthsOf(delta);
  if (from !== base.length) throw damaged();
  room(to);
  const made = Buffer.alloc(to);
  let done = 0;
  for (let at = next; at < delta.length; ) {
    const instruction = delta[at]!;
    at += 1;
    let piece: Buffer;
    if (instruction < 0x80) {
      piece = delta.subarray(at, at + instruction);
      if (instruction === 0 || piece.length < instruction) throw damaged();
      at += instruction;
    } else {
      const offset = numberAt(delta, at, instruction & 0x0f);
      const length = numberAt(delta, offset.next, (instruction >> 4) & 0x07);
      at = length.next;
      const bytes = length.value === 0 ? 0x10000 : length.value;
      piece = base.subarray(offset.value, offset.value + bytes);
      if (piece.length < bytes) throw damaged();
    }
    if (done + piece.length > to) throw damaged();
    done += piece.copy(made, done);
  }
  if (done !== to) throw damaged();
  return made;
};
