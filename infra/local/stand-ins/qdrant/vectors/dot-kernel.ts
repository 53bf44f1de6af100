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
 * `dots(block, count, query, bytes, out)`: the products of `count` vectors with one query, as WebAssembly with 128-bit
 * SIMD, which plain JavaScript cannot reach: about four times as fast, near the speed of memory. Assembled here because
 * it is 30 instructions; each line below is one of them. `bytes` is the length of a vector, a multiple of 64.
 */
export type DotKernel = (block: number, count: number, query: number, bytes: number, out: number) => void;

/** Bytes one turn of the inner loop takes: four registers of four floats. */
export const lane = 64;

const [block, count, query, bytes, out, end, at, sums] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const registers = [0, 1, 2, 3];
const addFloats = [0x92];
const storeFloat = [0x38, 2, 0];
const addVectors = vector(0xe4);
const multiplyVectors = vector(0xe6);
const extract = (lane: number) => [...vector(0x1f), lane];

const multiplyAndAdd = (register: number) => [
  ...get(sums + register),
  ...get(block),
  ...load(16 * register),
  ...get(at),
  ...load(16 * register),
  ...multiplyVectors,
  ...addVectors,
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
  ...[...forward(at, lane), ...set(at)],
  ...[...forward(block, lane), ...tee(block), ...get(end), ...below, ...repeatIf],
  ...close,
  ...[...get(sums), ...get(sums + 1), ...addVectors, ...get(sums + 2), ...get(sums + 3), ...addVectors],
  ...[...addVectors, ...set(sums)],
  ...get(out),
  ...[...get(sums), ...extract(0), ...get(sums), ...extract(1), ...addFloats],
  ...[...get(sums), ...extract(2), ...addFloats, ...get(sums), ...extract(3), ...addFloats],
  ...storeFloat,
  ...[...forward(out, 4), ...set(out)],
  ...[...get(count), ...constant(1), ...subtract, ...tee(count), ...repeatIf],
  ...close,
  ...close,
];

const wasmModule = new webAssembly.Module(moduleOf('dots', body));

/** The kernel over one memory. */
export function dotKernel(memory: Memory): DotKernel {
  return new webAssembly.Instance(wasmModule, { store: { memory } }).exports.dots as DotKernel;
}
