import { invalid } from '../errors.ts';
import { typeOf } from '../values/attribute-value.ts';
import { addDecimals, subtractDecimals } from '../values/decimal.ts';
import type { AttributeValue, Item } from '../values/types.ts';
import { valueAt } from './path.ts';
import { isNode, isPath, type Operand, type Path, type UpdateStep } from './syntax.ts';

const WRONG_TYPE = 'An operand in the update expression has an incorrect data type';
const NO_ATTRIBUTE = 'The provided expression refers to an attribute that does not exist in the item';
const NO_PATH = 'The document path provided in the update expression is invalid for update';

/**
 * The item after an update. Every value and every list index refers to the item as it was before, whatever the order of the steps.
 * `undefined` when there was no item and the update only takes away: that creates none.
 */
export function updated(steps: UpdateStep[], before: Item | undefined, key: Item): Item | undefined {
  if (!before && steps.length > 0 && steps.every(({ type }) => type === 'remove' || type === 'delete'))
    return undefined;
  const old = before ?? key;
  const item = structuredClone(old);
  const assignments = steps.flatMap((step) =>
    step.type === 'set' ? [{ path: step.path, value: operand(step.val, old) }] : [],
  );
  for (const { path, value } of inOrder(assignments)) assign(item, path, value);
  const holes = new Set<AttributeValue>();
  for (const step of steps) {
    if (step.type === 'add') assign(item, step.path, sum(valueAt(step.path, old), step));
    if (step.type === 'remove') remove(item, step.path, holes);
    if (step.type === 'delete') take(item, step, valueAt(step.path, old), holes);
  }
  for (const list of holes) list.L = list.L!.filter((member) => member !== undefined);
  return item;
}

function operand(wanted: Operand, item: Item): AttributeValue {
  const found = isPath(wanted) ? valueAt(wanted, item) : isNode(wanted) ? computed(wanted, item) : wanted;
  if (!found) throw invalid(NO_ATTRIBUTE);
  return structuredClone(found);
}

function computed(node: Exclude<Operand, Path | AttributeValue>, item: Item): AttributeValue {
  if (node.type === 'function' && node.name === 'if_not_exists') {
    return valueAt(node.args[0] as Path, item) ?? operand(node.args[1]!, item);
  }
  const left = operand(node.args[0]!, item);
  const right = operand(node.args[1]!, item);
  if (node.type === 'function') {
    if (!left.L || !right.L) throw invalid(WRONG_TYPE);
    return { L: [...left.L, ...right.L] };
  }
  if (left.N === undefined || right.N === undefined) throw invalid(WRONG_TYPE);
  return { N: (node.type === 'add' ? addDecimals : subtractDecimals)(left.N, right.N) };
}

function parentOf(item: Item, path: Path): AttributeValue {
  const parent = valueAt(path.slice(0, -1), item);
  const fits = typeof path.at(-1) === 'number' ? parent?.L : parent?.M;
  if (!parent || !fits) throw invalid(NO_PATH);
  return parent;
}

function assign(item: Item, path: Path, value: AttributeValue): void {
  const parent = parentOf(item, path);
  const step = path.at(-1)!;
  if (typeof step === 'string') parent.M![step] = value;
  else if (step < parent.L!.length) parent.L![step] = value;
  else parent.L!.push(value);
}

/** Leaves a hole in a list until all steps are done, so that the other indexes still mean what they meant. */
function remove(item: Item, path: Path, holes: Set<AttributeValue>): void {
  const parent = parentOf(item, path);
  const step = path.at(-1)!;
  if (typeof step === 'string') delete parent.M![step];
  else if (step < parent.L!.length) {
    delete parent.L![step];
    holes.add(parent);
  }
}

type SetStep = Extract<UpdateStep, { type: 'add' | 'delete' }>;

function sum(existing: AttributeValue | undefined, { val, attrType }: SetStep): AttributeValue {
  if (existing && typeOf(existing) !== attrType) throw invalid(WRONG_TYPE);
  if (attrType === 'N') return { N: addDecimals(existing?.N ?? '0', val.N!) };
  return { [attrType]: [...new Set([...(existing?.[attrType] ?? []), ...val[attrType]!])] };
}

function take(item: Item, step: SetStep, existing: AttributeValue | undefined, holes: Set<AttributeValue>): void {
  const { path, val, attrType } = step;
  parentOf(item, path);
  if (!existing || attrType === 'N') return;
  if (typeOf(existing) !== attrType) throw invalid(WRONG_TYPE);
  const left = existing[attrType]!.filter((member) => !val[attrType]!.includes(member));
  if (left.length > 0) assign(item, path, { [attrType]: left });
  else remove(item, path, holes);
}

/** List indexes ascending, so that those past the end of a list append in their order. */
function inOrder<T extends { path: Path }>(steps: T[]): T[] {
  const index = (step: T) => step.path.at(-1)!;
  const numbered = steps.filter((step) => typeof index(step) === 'number');
  return [
    ...steps.filter((step) => typeof index(step) === 'string'),
    ...numbered.sort((a, b) => Number(index(a)) - Number(index(b))),
  ];
}
