import type { SandboxFile } from '../contract.ts';

/**
 * How files travel to a command and back: the length of a header in four bytes, the header in JSON, and then the contents, one after
 * the other. No base64: all files of a project can be 200 MB.
 */
export type Envelope<Header> = { header: Header; files: [path: string, file: SandboxFile][]; removed: string[] };

type Listed = { path: string; bytes: number; executable?: boolean };

export function seal<Header>({ header, files, removed }: Envelope<Header>): Uint8Array[] {
  const listed = files.map(
    ([path, { content, executable }]): Listed => ({ path, bytes: content.length, ...(executable && { executable }) }),
  );
  const head = Buffer.from(JSON.stringify({ header, files: listed, removed }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return [length, head, ...files.map(([, { content }]) => content)];
}

/** @throws Error where it is not one: what a command's own processes can write is never trusted to be well-formed. */
export function unseal<Header>(bytes: Buffer): Envelope<Header> {
  let at = 4 + bytes.readUInt32BE(0);
  const { header, files, removed } = JSON.parse(bytes.toString('utf8', 4, at)) as {
    header: Header;
    files: Listed[];
    removed: string[];
  };
  const opened = files.map(({ path, bytes: length, executable }): [string, SandboxFile] => {
    if (at + length > bytes.length || !(length >= 0)) throw new RangeError('the envelope ends within a file');
    const content = bytes.subarray(at, at + length);
    at += length;
    return [String(path), { content, ...(executable === true && { executable }) }];
  });
  return { header, files: opened, removed: removed.map(String) };
}
