import { type Change, type Committed, commit, filePath } from '../../../workspace/index.ts';
import { succeeded } from '../../result.ts';
import type { FileTouched, ToolContext, ToolResult } from '../../tool.ts';

type Wanted = { changes: Change[]; base?: number | undefined; reason: string };

type Said = {
  /** What the model reads: fields to which the version is added, or a text that says it. */
  say: (committed: Committed) => object | string;
  /** The file that the agent knows from now on, as it has it. */
  knows?: string;
};

/** A version by the agent, in one transaction with the record of the call, where there is one to be made. */
export const changed = async (
  { project, agent, run, task, step, record }: ToolContext,
  wanted: Wanted,
  { say, knows }: Said,
): Promise<ToolResult> => {
  const author = { kind: 'agent' as const, key: agent.key, name: agent.name };
  const of = step === undefined ? undefined : { run_id: run, task_id: task, step };
  const result = (committed: Committed): ToolResult => {
    const { version, merged } = committed;
    const said = say(committed);
    const content =
      typeof said === 'string'
        ? said
        : JSON.stringify({ ...said, version, ...(merged.length > 0 && { merged: true }) });
    // What was merged with somebody else's change is not what the agent has.
    const touched: FileTouched[] =
      knows === undefined ? [] : [{ path: filePath(knows), written: true, ...(merged.length === 0 && { version }) }];
    return { ...succeeded(content), touched };
  };
  const beside = record && ((committed: Committed) => record(result(committed)));
  const committed = await commit(project, { ...wanted, author, of }, { beside });
  return { ...result(committed), ...(record && { isRecorded: true }) };
};
