import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type ObjectHead = {
  key: string;
  etag: string;
  size: number;
  modified: number;
  /** Headers given with the object: `content-type`, `x-amz-meta-…` and such. */
  headers: Record<string, string>;
};

/** A bucket's objects. Writing is atomic and replaces; a stored object is complete. */
export type ObjectStore = {
  list(): ObjectHead[];
  head(key: string): ObjectHead | undefined;
  read(key: string): Promise<Buffer>;
  write(key: string, body: Buffer, headers: Record<string, string>): Promise<ObjectHead>;
  remove(key: string): Promise<void>;
};

function headOf(key: string, body: Buffer, headers: Record<string, string>): ObjectHead {
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  return { key, etag, size: body.byteLength, modified: Date.now(), headers };
}

export class MemoryObjects implements ObjectStore {
  readonly #objects = new Map<string, { head: ObjectHead; body: Buffer }>();

  list(): ObjectHead[] {
    return [...this.#objects.values()].map(({ head }) => head);
  }

  head(key: string): ObjectHead | undefined {
    return this.#objects.get(key)?.head;
  }

  async read(key: string): Promise<Buffer> {
    return this.#objects.get(key)?.body ?? Buffer.alloc(0);
  }

  async write(key: string, body: Buffer, headers: Record<string, string>): Promise<ObjectHead> {
    const head = headOf(key, body, headers);
    this.#objects.set(key, { head, body });
    return head;
  }

  async remove(key: string): Promise<void> {
    this.#objects.delete(key);
  }
}

/** One file for each object, named by the hash of its key: a line of JSON with the head, then the body. */
export class StoredObjects implements ObjectStore {
  readonly #folder: string;
  readonly #heads: Map<string, ObjectHead>;

  private constructor(folder: string, heads: ObjectHead[]) {
    this.#folder = folder;
    this.#heads = new Map(heads.map((head) => [head.key, head]));
  }

  static async open(folder: string): Promise<StoredObjects> {
    await mkdir(folder, { recursive: true });
    const heads: ObjectHead[] = [];
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
      // Left by a process that was killed while it wrote.
      if (name.endsWith(UNFINISHED)) await rm(path);
      else heads.push(await readHead(path));
    }
    return new StoredObjects(folder, heads);
  }

  list(): ObjectHead[] {
    return [...this.#heads.values()];
  }

  head(key: string): ObjectHead | undefined {
    return this.#heads.get(key);
  }

  async read(key: string): Promise<Buffer> {
    const content = await readFile(this.#path(key));
    return content.subarray(content.indexOf(NEWLINE) + 1);
  }

  async write(key: string, body: Buffer, headers: Record<string, string>): Promise<ObjectHead> {
    const head = headOf(key, body, headers);
    const path = this.#path(key);
    const unfinished = `${path}.${randomUUID()}${UNFINISHED}`;
    try {
      await writeFile(unfinished, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]));
      await rename(unfinished, path);
    } catch (error) {
      // Of a full disk it holds the room that is left.
      await rm(unfinished, { force: true });
      throw error;
    }
    this.#heads.set(key, head);
    return head;
  }

  async remove(key: string): Promise<void> {
    this.#heads.delete(key);
    await rm(this.#path(key), { force: true });
  }

  #path(key: string): string {
    return join(this.#folder, createHash('sha256').update(key).digest('hex'));
  }
}

const NEWLINE = 10;
const UNFINISHED = '.part';
/** Keys have at most 1 KB and user metadata 2 KB, so that a head is always shorter. */
const MAX_HEAD_BYTES = 16 * 1024;

async function readHead(path: string): Promise<ObjectHead> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HEAD_BYTES), 0, MAX_HEAD_BYTES, 0);
  return JSON.parse(buffer.subarray(0, bytesRead).subarray(0, buffer.indexOf(NEWLINE)).toString());
}
