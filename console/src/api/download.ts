import { ArtelError } from '../../../clients/typescript/src/index.ts';

export type Download = {
  url: string;
  token: string;
  signal: AbortSignal;
  /** Told how many bytes have come so far. */
  onBytes: (bytes: number) => void;
};

/**
 * What an address answers, as it comes: the browser keeps it outside of the page's memory, and no string is made of it.
 *
 * @throws ArtelError as any call
 */
export const download = async ({ url, token, signal, onBytes }: Download): Promise<Blob> => {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal });
  if (!answer.ok) throw new ArtelError(answer.status, await answer.json().catch(() => undefined), answer.headers);
  let bytes = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      onBytes(bytes);
      controller.enqueue(chunk);
    },
  });
  return await new Response(answer.body?.pipeThrough(counter)).blob();
};

/** The end of a line of any export, which is longer than that only where counts have many digits. */
const TAIL = 4_096;

/** Whether lines of JSON end with the one of that kind: without it they broke off on the way. */
export const endsWith = async (kind: string, lines: Blob): Promise<boolean> => {
  const tail = (await lines.slice(-TAIL).text()).trimEnd();
  try {
    return (JSON.parse(tail.slice(tail.lastIndexOf('\n') + 1)) as { kind?: unknown } | null)?.kind === kind;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return false;
    throw thrown;
  }
};
