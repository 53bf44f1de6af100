import { type Change, textIn } from '../../workspace/index.ts';

/** A change as the journal holds it: bytes that are no text are in base64. */
export type StoredChange =
  | { path: string; content: string; executable?: boolean | undefined }
  | { path: string; base64: string; executable?: boolean | undefined }
  | { path: string; remove: true }
  | { path: string; moveTo: string };

export const storedChange = (change: Change): StoredChange => {
  if (!('content' in change) || typeof change.content === 'string') return change as StoredChange;
  const { path, content, executable } = change;
  const text = textIn(content);
  return {
    path,
    ...(text === undefined ? { base64: Buffer.from(content).toString('base64') } : { content: text }),
    ...(executable !== undefined && { executable }),
  };
};

export const changeOf = (stored: StoredChange): Change => {
  if (!('base64' in stored)) return stored;
  const { path, base64, executable } = stored;
  return { path, content: Buffer.from(base64, 'base64'), ...(executable !== undefined && { executable }) };
};
