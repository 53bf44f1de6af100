export type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number };
export type Module = object;
type Instance = { readonly exports: Record<string, unknown> };

/** The part of WebAssembly needed here: its constructors are typed only with the browser's library. */
type WebAssembly = {
  Memory: new (size: { initial: number; maximum: number }) => Memory;
  Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  Instance: new (module: Module, imports: Record<string, Record<string, Memory>>) => Instance;
};

export const webAssembly = (globalThis as unknown as { WebAssembly: WebAssembly }).WebAssembly;
