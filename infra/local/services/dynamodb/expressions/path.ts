import { attributeOf } from '../values/attribute-value.ts';
import type { AttributeValue, Item } from '../values/types.ts';
import type { Path } from './syntax.ts';

export function valueAt(path: Path, item: Item): AttributeValue | undefined {
  let value: AttributeValue | undefined = { M: item };
  for (const step of path) {
    if (value === undefined) return undefined;
    value = child(value, step);
  }
  return value;
}

function child(value: AttributeValue, step: string | number): AttributeValue | undefined {
  if (typeof step === 'number') return value.L?.[step];
  return value.M && attributeOf(value.M, step);
}

type Wanted = Map<string | number, Wanted> | 'whole';

/** The parts of an item that the paths name. Lists close up: `a[3], a[1]` is a list of two, in the order they stand. */
export function project(paths: Path[], item: Item): Item {
  const root: Wanted = new Map();
  for (const path of paths) {
    let node: Wanted = root;
    path.forEach((step, at) => {
      if (node === 'whole') return;
      const next: Wanted = at === path.length - 1 ? 'whole' : (node.get(step) ?? new Map());
      node.set(step, next);
      node = next;
    });
  }
  return part({ M: item }, root)?.M ?? {};
}

function part(value: AttributeValue, wanted: Wanted): AttributeValue | undefined {
  if (wanted === 'whole') return value;
  const kept: [string | number, AttributeValue][] = [];
  for (const [step, below] of wanted) {
    const found = child(value, step);
    const inner = found && part(found, below);
    if (inner) kept.push([step, inner]);
  }
  if (kept.length === 0) return undefined;
  if (value.L) return { L: kept.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner) };
  return { M: Object.fromEntries(kept) };
}
