/** Log lines in a function's output: one JSON object a line. */
export type LogLine = { level: string; message: string } & Record<string, unknown>;

export const logLinesIn = (output: string): LogLine[] =>
  output.split('\n').flatMap((line) => (line.startsWith('{"') ? [JSON.parse(line) as LogLine] : []));
