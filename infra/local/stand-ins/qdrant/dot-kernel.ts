import { type Memory, webAssembly } from './web-assembly.ts';

/**
 * `dots(block, count, query, bytes, out)`: the products of `count` vectors with one query, as WebAssembly with 128-bit
 * SIMD, which plain JavaScript cannot reach: about four times as fast, near the speed of memory. Assembled here because
 * it is 30 instructions; each line below is one of them. `bytes` is the length of a vector, a multiple of 64.
 * Encoding: https://webassembly.github.io/spec/core/binary/
 */
export type DotKernel = (block: number, count: number, query: number, bytes: number, out: number) => void;

/** Bytes one turn of the inner loop takes: four registers of four floats. */
export const lane = 64;

const [block, count, query, bytes, out, end, at, sums] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const registers = [0, 1, 2, 3];
const [i32, v128, empty] = [0x7f, 0x7b, 0x40];

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const constant = (value: number) => [0x41, ...signed(value)];
const add = [0x6a];
const subtract = [0x6b];
const below = [0x49];
const repeatIf = [0x0d, 0];
const loop = [0x03, empty];
const close = [0x0b];
const addFloats = [0x92];
const storeFloat = [0x38, 2, 0];
const vector = (operation: number) => [0xfd, ...unsigned(operation)];
const load = (offset: number) => [...vector(0x00), 4, ...unsigned(offset)];
const zeros = [...vector(0x0c), ...new Array<number>(16).fill(0)];
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
const forward = (local: number, by: number) => [...get(local), ...constant(by), ...add];

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

const wasmModule = new webAssembly.Module(
  new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('store'), ...name('memory'), 2, 1, 1, ...unsigned(65_536)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name('dots'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]),
);

/** The kernel over one memory. */
export function dotKernel(memory: Memory): DotKernel {
  return new webAssembly.Instance(wasmModule, { store: { memory } }).exports.dots as DotKernel;
}

function section(id: number, content: number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)];
}

function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  return value < 64 ? [value] : [(value & 127) | 128, ...signed(value >> 7)];
}
