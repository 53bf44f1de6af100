import type { Packed } from '../packed.ts';
import { BLOCK, type Header, headerOf } from './header.ts';
import { recordOf } from './records.ts';

const padded = (content: Uint8Array): Buffer =>
  Buffer.concat([content, Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK)]);

/** The name field holds 100 bytes, of no coding that is known: any other name stands in an extended record too. */
const isPlain = (path: string): boolean => Buffer.byteLength(path) <= 100 && /^[\x20-\x7e]+$/.test(path);

/** A tar archive, file by file. The same files make the same bytes. */
export async function* writeTar(files: AsyncIterable<Packed>): AsyncGenerator<Uint8Array> {
  for await (const { path, content, executable, at } of files) {
    const seconds = Math.floor(at / 1000);
    const entry = (header: Omit<Header, 'size'>, body: Uint8Array): Buffer =>
      Buffer.concat([headerOf({ ...header, size: body.length }, seconds), padded(body)]);
    if (!isPlain(path)) yield entry({ name: 'path', type: 'x', mode: 0o644 }, recordOf('path', path));
    yield entry({ name: path, type: '0', mode: executable ? 0o755 : 0o644 }, content);
  }
  yield Buffer.alloc(2 * BLOCK);
}
