import { useAction } from '../../api/action.ts';
import { leaveAgain, stillSignedIn } from '../../app/person/leaving.ts';
import { Button } from '../../design/form/button.tsx';
import { texts } from '../../texts/index.ts';

/** Whoever signed out has to know where that could not be done. */
export const StillSignedIn = () => {
  const { signIn, common } = texts();
  const { run, isBusy, problem } = useAction(leaveAgain);
  if (!stillSignedIn.value) return null;
  return (
    <div class="problem" role="alert">
      <p>{signIn.stillSignedIn}</p>
      <Button isBusy={isBusy.value} onClick={() => void run()}>
        {common.retry}
      </Button>
      {problem.value && <p class="hint">{signIn.notYet}</p>}
    </div>
  );
};
