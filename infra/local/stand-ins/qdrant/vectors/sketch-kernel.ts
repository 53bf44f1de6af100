import {
  add,
  below,
  close,
  constant,
  forward,
  get,
  i32,
  load,
  loop,
  moduleOf,
  repeatIf,
  set,
  subtract,
  tee,
  v128,
  vector,
  zeros,
} from './assembly.ts';
import { type Memory, webAssembly } from './web-assembly.ts';

/**
 * `sketchDots(block, count, query, bytes, out)`: like `dots` of `dot-kernel.ts`, of vectors of signed bytes with a query of
 * 16-bit integers; the sums are 32-bit integers. It reads a quarter of the memory. `bytes` is a multiple of 32.
 */
export type SketchKernel = (block: number, count: number, query: number, bytes: number, out: number) => void;

/** Bytes of a sketch that one turn of the inner loop takes: four registers of eight. */
export const sketchLane = 32;

const [block, count, query, bytes, out, end, at, sums] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const registers = [0, 1, 2, 3];

/** Eight bytes, each widened to 16 bits. */
const loadWidened = (offset: number) => [...vector(0x01), 3, offset];
const multiplyPairs = vector(0xba);
const addIntegers = vector(0xae);
const extract = (lane: number) => [...vector(0x1b), lane];
const storeInteger = [0x36, 2, 0];

const multiplyAndAdd = (register: number) => [
  ...get(sums + register),
  ...get(block),
  ...loadWidened(8 * register),
  ...get(at),
  ...load(16 * register),
  ...multiplyPairs,
  ...addIntegers,
  ...set(sums + register),
];

const body = [
  ...[2, 2, i32, registers.length, v128],
  ...loop,
  ...[...get(block), ...get(bytes), ...add, ...set(end)],
  ...[...get(query), ...set(at)],
  ...registers.flatMap((register) => [...zeros, ...set(sums + register)]),
  ...loop,
  ...registers.flatMap(multiplyAndAdd),
  ...[...forward(at, 2 * sketchLane), ...set(at)],
  ...[...forward(block, sketchLane), ...tee(block), ...get(end), ...below, ...repeatIf],
  ...close,
  ...[...get(sums), ...get(sums + 1), ...addIntegers, ...get(sums + 2), ...get(sums + 3), ...addIntegers],
  ...[...addIntegers, ...set(sums)],
  ...get(out),
  ...[...get(sums), ...extract(0), ...get(sums), ...extract(1), ...add],
  ...[...get(sums), ...extract(2), ...add, ...get(sums), ...extract(3), ...add],
  ...storeInteger,
  ...[...forward(out, 4), ...set(out)],
  ...[...get(count), ...constant(1), ...subtract, ...tee(count), ...repeatIf],
  ...close,
  ...close,
];

const wasmModule = new webAssembly.Module(moduleOf('sketchDots', body));

/** The kernel over one memory. */
export function sketchKernel(memory: Memory): SketchKernel {
  return new webAssembly.Instance(wasmModule, { store: { memory } }).exports.sketchDots as SketchKernel;
}
