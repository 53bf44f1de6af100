/** A file on its way into an archive; `at` is when it was last changed, in milliseconds. */
export type Packed = { path: string; content: Uint8Array; executable: boolean; at: number };
