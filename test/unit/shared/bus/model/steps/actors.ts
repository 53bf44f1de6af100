import type { Model } from '../scopes/scope.ts';
import { lessOne, type State, withMessages } from '../state.ts';
import { commit } from '../store.ts';
import type { Transaction } from '../writes.ts';

/** A possible step. `helps`: taken by workers or the sweeper, without a fault, a person or luck with messages. */
export type Edge = { name: string; to: State; helps: boolean };

/** The states after a transaction is committed: sent or, with a crash in between, not; or refused. */
export function* commits(
  model: Model,
  state: State,
  prepared: Transaction,
  helps: boolean,
  then: { won: (after: State) => State; lost: (after: State) => State },
): Generator<Edge> {
  const after = commit(state, prepared, model.removed);
  if (!after) {
    yield { name: `${prepared.name}: refused`, to: then.lost(state), helps };
    return;
  }
  const won = then.won(after);
  yield { name: prepared.name, to: withMessages(won, prepared.starts), helps };
  if (prepared.starts.length > 0 && state.faults.crashes > 0) {
    yield { name: `${prepared.name}: crash before sending`, to: lessOne(won, 'crashes'), helps: false };
  }
}
