export { addCounts, COUNTER_SHARDS, type Counts, DELIVERY_BOUNDS, readCounts } from './counters.ts';
export {
  CONTENT_TYPE,
  counter,
  type Durations,
  exposition,
  type Family,
  gauge,
  histogram,
  type Labels,
  labelled,
  type Sample,
} from './exposition.ts';
export { noteProvider, providerNoted } from './provider-state.ts';
export { type Pushed, recordPush, Tally } from './tally.ts';
