import { Badge, State } from '../../design/show/badge.tsx';
import { texts } from '../../texts/index.ts';

/** The state of a task; tasks have some that runs have not. */
export const TaskState = ({ state, isReplaced }: { state: string; isReplaced?: boolean }) => {
  const { plans } = texts();
  const own = plans.taskStates[state];
  return (
    <>
      {own ? <Badge>{own}</Badge> : <State state={state} />}
      {isReplaced && <> ({plans.replaced})</>}
    </>
  );
};
