const NEVER = Number.POSITIVE_INFINITY;

/**
 * The hits of a cache that knows the future (Belady, 1966): it gives up the key that is wanted again last. The latest uses to
 * come are in a heap; what no longer holds in it is passed over.
 */
export const optimalHits = (keys: readonly number[], capacity: number): number => {
  const next = nextUses(keys);
  const held = new Map<number, number>();
  const heap: { key: number; use: number }[] = [];
  let hits = 0;
  for (const [at, key] of keys.entries()) {
    const use = next[at] as number;
    if (held.has(key)) hits += 1;
    else if (held.size >= capacity) giveUp(heap, held);
    held.set(key, use);
    push(heap, { key, use });
  }
  return hits;
};

const nextUses = (keys: readonly number[]): number[] => {
  const next = new Array<number>(keys.length);
  const seen = new Map<number, number>();
  for (let at = keys.length - 1; at >= 0; at -= 1) {
    next[at] = seen.get(keys[at] as number) ?? NEVER;
    seen.set(keys[at] as number, at);
  }
  return next;
};

const giveUp = (heap: Node[], held: Map<number, number>): void => {
  for (let last = pop(heap); last; last = pop(heap)) {
    if (held.get(last.key) !== last.use) continue;
    held.delete(last.key);
    return;
  }
};

type Node = { key: number; use: number };

const push = (heap: Node[], node: Node): void => {
  let place = heap.length;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if ((heap[parent] as Node).use >= node.use) break;
    heap[place] = heap[parent] as Node;
    place = parent;
  }
  heap[place] = node;
};

const pop = (heap: Node[]): Node | undefined => {
  const first = heap[0];
  const last = heap.pop();
  if (!last || heap.length === 0) return first;
  let place = 0;
  for (let child = 1; child < heap.length; child = 2 * place + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as Node).use > (heap[child] as Node).use) child += 1;
    if ((heap[child] as Node).use <= last.use) break;
    heap[place] = heap[child] as Node;
    place = child;
  }
  heap[place] = last;
  return first;
};
