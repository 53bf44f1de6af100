import { artel } from '../../../app/person/session.ts';
import { project } from '../../../app/project/project.ts';
import type { Upload } from './address.ts';

const digestOf = async (blob: Blob): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Has an address made for bytes that are too many for a request. */
export const announce = async (blob: Blob): Promise<Upload> =>
  artel().call('POST /my/projects/{project_id}/uploads', {
    path: { project_id: project.value },
    body: { bytes: blob.size, sha256: await digestOf(blob) },
  });

/** @throws TypeError where it is not reached; Error where the bytes are refused */
export const put = async ({ url, method, headers }: Upload, blob: Blob): Promise<void> => {
  const answer = await fetch(url, { method, headers, body: blob });
  if (!answer.ok) throw new Error(`The address of the upload answered ${answer.status}.`);
};
