import fc from 'fast-check';
import type { Packed } from '../../../../../shared/workspace/archives/packed.ts';
import { filesIn } from '../../../../../shared/workspace/archives/unpack.ts';

export const limits = { files: 2_000, fileBytes: 100_000, bytes: 1_000_000, versions: 10 };

/** Distinct also where capitals do not count, and no file where another has a folder: the first part tells them apart. */
const name = fc.oneof(
  fc.stringMatching(/^[a-z0-9 _.-]{0,30}$/),
  fc.constantFrom('é', '日本', 'ß.txt', `${'long/'.repeat(40)}end`, 'n'.repeat(120)),
);
const file = fc.record({
  name,
  content: fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    fc.string().map((text) => Buffer.from(text.repeat(50))),
  ),
  executable: fc.boolean(),
});

export const someFiles: fc.Arbitrary<Packed[]> = fc
  .array(file, { minLength: 1, maxLength: 8 })
  .map((list) =>
    list.map(({ name, ...one }, index) => ({ ...one, path: `f${index}/x${name}x`, at: 1_767_225_600_000 })),
  );

export async function* each(files: readonly Packed[]): AsyncGenerator<Packed> {
  yield* files;
}

export const whole = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
};

/** The files of an archive, comparable. */
export const taken = (archive: Buffer): Record<string, string> =>
  Object.fromEntries(
    [...filesIn(archive, limits)].map(([path, { content, executable }]) => [
      path,
      `${executable} ${Buffer.from(content).toString('hex')}`,
    ]),
  );

export const given = (files: readonly Packed[]): Record<string, string> =>
  Object.fromEntries(
    files.map(({ path, content, executable }) => [path, `${executable} ${Buffer.from(content).toString('hex')}`]),
  );
