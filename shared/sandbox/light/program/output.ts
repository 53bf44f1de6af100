import { type BashExecResult, decodeBytesToUtf8, stdoutAsBytes } from 'just-bash';

/** As much of the output as may be shown, ending at a whole character. */
export const cutTo = (result: BashExecResult, maxBytes: number): { text: string; isCut: boolean } => {
  const text = decodeBytesToUtf8(stdoutAsBytes(result)) + result.stderr;
  const bytes = Buffer.from(text);
  if (bytes.length <= maxBytes) return { text, isCut: false };
  const cut = bytes.subarray(0, maxBytes).toString();
  return { text: cut.replace(/\uFFFD+$/, ''), isCut: true };
};
