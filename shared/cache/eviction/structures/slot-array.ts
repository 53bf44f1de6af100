const FIRST_CAPACITY = 16;

/** The capacity that has room for a slot: doubled, so that growing costs nothing on average. */
export const capacityFor = (slot: number, capacity: number): number => {
  let wanted = Math.max(capacity, FIRST_CAPACITY);
  while (wanted <= slot) wanted *= 2;
  return wanted;
};

export const grownInt32 = (old: Int32Array, capacity: number): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(capacity);
  grown.set(old);
  return grown;
};

export const grownUint32 = (old: Uint32Array, capacity: number): Uint32Array<ArrayBuffer> => {
  const grown = new Uint32Array(capacity);
  grown.set(old);
  return grown;
};

export const grownUint8 = (old: Uint8Array, capacity: number): Uint8Array<ArrayBuffer> => {
  const grown = new Uint8Array(capacity);
  grown.set(old);
  return grown;
};

export const grownFloat64 = (old: Float64Array, capacity: number): Float64Array<ArrayBuffer> => {
  const grown = new Float64Array(capacity);
  grown.set(old);
  return grown;
};
