import { type Container, type Mutation, type Read, raise, type State, serve, store, Violation } from '../state.ts';

const begins = (own: Container): Read => ({
  step: 'look',
  floor: own.must,
  joined: null,
  got: null,
  ver: 0,
  isKept: true,
  fence: 0,
  number: 0,
});

export const ask = (own: Container): void => {
  const { memory, known } = own;
  if (memory && known?.young) {
    if (memory.ver !== known.ver) own.memory = null;
    else {
      serve(memory.val, own.must);
      return;
    }
  }
  own.read = { ...begins(own), step: own.memory ? 'check' : 'look' };
};

/** What a reading found, unless the container has learnt it later. */
const learn = (own: Container, read: Pick<Read, 'number' | 'ver'>, without?: Mutation): void => {
  if (own.known && own.known.read > read.number && without !== 'a reading under way undoes a raise') return;
  own.known = { ver: read.ver, read: read.number, young: true };
};

const readVersion = (state: State, own: Container, without?: Mutation): number => {
  own.begun += 1;
  learn(own, { number: own.begun, ver: state.ver }, without);
  return state.ver;
};

/** The end of a read: whoever joined gets the value, or asks again. */
const end = (own: Container, val: number, isShared: boolean, without?: Mutation): void => {
  const { floor, joined } = own.read as Read;
  serve(val, floor);
  own.read = null;
  if (joined === null) return;
  if (isShared || without === 'whoever joined takes what was not kept') serve(val, joined);
  else own.read = { ...begins(own), floor: joined };
};

const release = (state: State, read: Read): void => {
  if (state.lease === read.fence) Object.assign(state, { lease: 0, isLeaseOver: false });
};

/** One step of a container's read. */
export const step = (state: State, at: number, without?: Mutation): void => {
  const own = state.containers[at] as Container;
  const read = own.read as Read;
  const serves = (got: Read['got']): got is NonNullable<Read['got']> =>
    got !== null && (without === 'an entry is served without its version' || got.ver === own.known?.ver);
  const steps: Record<Read['step'], () => void> = {
    check: () => {
      own.begun += 1;
      Object.assign(read, { step: 'learn', number: own.begun, ver: state.ver });
    },
    learn: () => {
      learn(own, read, without);
      if (own.memory && own.memory.ver === own.known?.ver) return end(own, own.memory.val, true, without);
      own.memory = null;
      read.step = 'look';
    },
    look: () => Object.assign(read, { step: 'judge', got: state.entry }),
    judge: () => {
      if (!own.known?.young) readVersion(state, own, without);
      if (!serves(read.got)) return void Object.assign(read, { step: 'claim', got: null });
      own.memory = read.got;
      end(own, read.got.val, true, without);
    },
    claim: () => {
      const isFree = state.lease === 0 || state.isLeaseOver;
      if (!isFree && without !== 'the claim does not ask whether the lease is free') {
        return void Object.assign(read, { step: 'look', got: null });
      }
      state.lastFence += 1;
      Object.assign(state, { lease: state.lastFence, isLeaseOver: false });
      Object.assign(read, { step: 'ensure', fence: state.lastFence });
    },
    ensure: () => {
      if (state.ver === 0) {
        raise(state);
        if (without === 'versions are counted from 1 again once they are forgotten') state.ver = 1;
      }
      read.ver = readVersion(state, own, without);
      read.isKept =
        state.writing.every(({ isOver }) => isOver) || without === 'what is loaded while somebody writes is kept';
      read.step = without === 'no second look after the claim' ? 'load' : 'look again';
    },
    'look again': () => Object.assign(read, { step: 'judge again', got: state.entry }),
    'judge again': () => {
      if (!own.known?.young) readVersion(state, own, without);
      if (!serves(read.got)) return void Object.assign(read, { step: 'load', got: null });
      release(state, read);
      own.memory = read.got;
      end(own, read.got.val, true, without);
    },
    load: () => {
      Object.assign(read, { step: 'commit', got: { val: state.truth, ver: read.ver } });
      if (!read.isKept || read.ver !== state.ver) return;
      state.loadsOfVersion += 1;
      if (state.loadsOfVersion > 1 && state.faults === 0) throw new Violation('two loads of what nobody changed');
    },
    commit: () => {
      const got = read.got as NonNullable<Read['got']>;
      const ver = without === 'versions are read after the load' ? state.ver : got.ver;
      const isMine = state.lease === read.fence || without === 'the commit does not compare the fence';
      const isCurrent = ver === state.ver || without === 'the commit does not compare the version';
      if (isMine && isCurrent && read.isKept) {
        store(state, { ...got, ver: without === 'the commit does not compare the version' ? state.ver : ver });
        own.memory = { ...got, ver };
        Object.assign(state, { lease: 0, isLeaseOver: false });
        return end(own, got.val, true, without);
      }
      release(state, read);
      end(own, got.val, false, without);
    },
  };
  steps[read.step]();
};
