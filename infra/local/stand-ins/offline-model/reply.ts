import type { ToolCall } from './tool-calls.ts';

export type Reply = {
  text: string | null;
  calls: ToolCall[];
  finish: 'stop' | 'length' | 'tool_calls';
};

/** Words with the space before them: the pieces an answer is streamed in. */
export function piecesOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}
