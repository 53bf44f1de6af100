import type { ToolResult } from './tool.ts';

/** Of a result's text, in bytes. Some sixteen thousand tokens: more would crowd out the conversation. */
export const MAX_RESULT_BYTES = 64 * 1024;
/** Reserved for the note that something was cut off. */
const REMARK = 64;

export const succeeded = (content: string): ToolResult => ({ content: withinBytes(content), isError: false });

/** The model sees what went wrong and may do better. */
export const failed = (content: string): ToolResult => ({ content: withinBytes(content), isError: true });

const withinBytes = (text: string): string => {
  const bytes = Buffer.from(text.toWellFormed());
  if (bytes.length <= MAX_RESULT_BYTES) return bytes.toString();
  const kept = bytes.subarray(0, wholeCharacters(bytes.subarray(0, MAX_RESULT_BYTES - REMARK)));
  return `${kept.toString()}\n[cut off: ${bytes.length - kept.length} more bytes]`;
};

/** How many of these bytes are whole UTF-8 characters: all but the beginning of one that was cut through. */
export const wholeCharacters = (bytes: Uint8Array): number => {
  let start = bytes.length - 1;
  while (start >= 0 && start > bytes.length - 4 && (bytes[start]! & 0xc0) === 0x80) start -= 1;
  const first = bytes[start] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return start >= 0 && start + length > bytes.length ? start : bytes.length;
};
