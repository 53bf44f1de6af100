import { contentTypeOf, isPage, withLiveScript } from '../../shared/previews/index.ts';
import type { FoundFile } from '../../shared/workspace/index.ts';
import { hasAlready, partOf } from './range.ts';
import type { Answer } from './reply.ts';
import type { PreviewRequest } from './request.ts';

type Page = { prefix: string; follows: boolean };

/** A file as its preview shows it; `undefined` if it went while it was read. */
export const fileAnswer = (file: FoundFile, request: PreviewRequest, page: Page): Promise<Answer | undefined> =>
  isPage(file.path) ? pageAnswer(file, request, page) : bytesAnswer(file, request);

/** With the script of previews in it, which the version is written into; so it is never answered in parts. */
const pageAnswer = async (
  file: FoundFile,
  request: PreviewRequest,
  { prefix, follows }: Page,
): Promise<Answer | undefined> => {
  const tag = `"${file.tag}-${follows ? file.version : 'fixed'}"`;
  const headers = { 'content-type': contentTypeOf(file.path), etag: tag };
  if (hasAlready(request.headers['if-none-match'], tag)) return { status: 304, headers: { etag: tag } };
  const bytes = await file.read({ offset: 0, length: Math.max(1, file.bytes) });
  if (!bytes) return undefined;
  const version = follows ? { version: file.version } : {};
  return { status: 200, headers, body: withLiveScript(Buffer.from(bytes), { prefix, ...version }) };
};

/** The bytes themselves, whole or in part. Their digest is the tag, so it changes with every one of them. */
const bytesAnswer = async (file: FoundFile, request: PreviewRequest): Promise<Answer | undefined> => {
  const tag = `"${file.tag}"`;
  const headers = { 'content-type': contentTypeOf(file.path), etag: tag, 'accept-ranges': 'bytes' };
  if (hasAlready(request.headers['if-none-match'], tag)) return { status: 304, headers: { etag: tag } };
  const isSameAsBefore = [undefined, tag].includes(request.headers['if-range']);
  const part = partOf(isSameAsBefore ? request.headers.range : undefined, file.bytes);
  if (part === 'beyond') return { status: 416, headers: { ...headers, 'content-range': `bytes */${file.bytes}` } };
  const { first, last } = part === 'whole' ? { first: 0, last: file.bytes - 1 } : part;
  const body = await file.read({ offset: first, length: Math.max(1, last - first + 1) });
  if (!body) return undefined;
  if (part === 'whole') return { status: 200, headers, body };
  return { status: 206, headers: { ...headers, 'content-range': `bytes ${first}-${last}/${file.bytes}` }, body };
};
