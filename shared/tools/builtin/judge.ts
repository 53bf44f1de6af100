import { commandJudgement, commandSchema } from './command-judgement.ts';
import { type Judge, judging } from './define.ts';
import { httpJudgement, httpRequestSchema } from './http-request.ts';

const JUDGES: Record<string, Judge> = {
  http_fetch: judging(httpRequestSchema, httpJudgement),
  run_command: judging(commandSchema, commandJudgement),
};

/**
 * How calls of a built-in tool are judged, where it depends on their arguments, without all that the tool needs to run. All
 * calls of any other have one risk and no destination.
 */
export const judgeOf = (name: string): Judge | undefined => (Object.hasOwn(JUDGES, name) ? JUDGES[name] : undefined);
