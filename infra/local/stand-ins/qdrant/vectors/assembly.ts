/** What the kernels are written with: WebAssembly, byte by byte. Encoding: https://webassembly.github.io/spec/core/binary/ */
export const [i32, v128, empty] = [0x7f, 0x7b, 0x40];

export const get = (local: number) => [0x20, local];
export const set = (local: number) => [0x21, local];
export const tee = (local: number) => [0x22, local];
export const constant = (value: number) => [0x41, ...signed(value)];
export const add = [0x6a];
export const subtract = [0x6b];
export const below = [0x49];
export const repeatIf = [0x0d, 0];
export const loop = [0x03, empty];
export const close = [0x0b];
export const vector = (operation: number) => [0xfd, ...unsigned(operation)];
export const load = (offset: number) => [...vector(0x00), 4, ...unsigned(offset)];
export const zeros = [...vector(0x0c), ...new Array<number>(16).fill(0)];
export const forward = (local: number, by: number) => [...get(local), ...constant(by), ...add];

/** A module with one function over an imported memory: five numbers in, nothing out. `body` begins with its locals. */
export const moduleOf = (exported: string, body: number[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 5, i32, i32, i32, i32, i32, 0]),
    ...section(2, [1, ...name('store'), ...name('memory'), 2, 1, 1, ...unsigned(65_536)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...name(exported), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);

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
