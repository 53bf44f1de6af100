import { type Container, type Mutation, raise, type State, store, type Write } from '../state.ts';

export const begin = (own: Container, kind: Write['kind']): void => {
  own.memory = null;
  own.write = { kind, step: 0, val: 0, ver: 0, changed: false, gone: [] };
};

/** The container knows at once what it raised. */
const raisedBy = (state: State, own: Container): number => {
  const ver = raise(state);
  own.begun += 1;
  own.known = { ver, read: own.begun, young: true };
  return ver;
};

const change = (state: State, write: Write): void => {
  state.truth += 1;
  write.val = state.truth;
  write.changed = true;
};

const done = (state: State, own: Container): void => {
  const { val } = own.write as Write;
  own.must = Math.max(own.must, val);
  state.told = Math.max(state.told, val);
  own.write = null;
};

/** One step of a container's write. */
export const step = (state: State, at: number, without?: Mutation): void => {
  const own = state.containers[at] as Container;
  const write = own.write as Write;
  const deleting = [
    () => change(state, write),
    () => {
      raisedBy(state, own);
      done(state, own);
    },
  ];
  const writingThrough = [
    () => {
      if (without === 'a writer does not raise the version before the truth') return;
      write.ver = raisedBy(state, own);
      write.gone = state.writing.flatMap(({ ver, isOver }) => (isOver ? [ver] : []));
      state.writing.push({ ver: write.ver, isOver: false });
    },
    () => change(state, write),
    () => {
      state.writing = state.writing.filter(({ ver }) => ver !== write.ver && !write.gone.includes(ver));
      // Whoever wrote, or began to, since this one began may have written the newer truth.
      const isAlone = state.writing.length === 0 && state.ver === write.ver;
      const ver = raisedBy(state, own);
      if (isAlone || without === 'what is written is kept while another writes') {
        store(state, { val: write.val, ver });
        own.memory = { val: write.val, ver };
      }
      done(state, own);
    },
  ];
  const now = write.step;
  write.step += 1;
  (write.kind === 'delete' ? deleting : writingThrough)[now]?.();
};

/** A container dies with what it was doing. What it wrote through may be the truth already. */
export const crash = (state: State, at: number): void => {
  const { write } = state.containers[at] as Container;
  if (write?.kind === 'through' && write.changed) state.orphaned = Math.max(state.orphaned, write.val);
  state.containers[at] = { memory: null, known: null, begun: 0, read: null, write: null, must: state.told };
};
