import { BadRequest } from '../../core/errors.ts';

/** `ranges` are pairs of code units, first and last. */
export type Node =
  | { kind: 'set'; ranges: ReadonlyArray<readonly [number, number]>; negated: boolean }
  | { kind: 'sequence'; parts: Node[] }
  | { kind: 'choice'; branches: Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number }
  | { kind: 'boundary' };

type Range = readonly [number, number];

const DIGITS: Range[] = [[48, 57]];
const WORD: Range[] = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
  [0x400, 0x52f],
];
const BLANKS: Range[] = [
  [9, 13],
  [32, 32],
  [160, 160],
];
const CLASSES = new Map<string, Range[]>([
  ['d', DIGITS],
  ['w', WORD],
  ['s', BLANKS],
]);
const CONTROLS = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);
const MAX_REPEATS = 256;
const MAX_DEPTH = 20;

const complementOf = (ranges: Range[]): Range[] => {
  const gaps: Range[] = [];
  let from = 0;
  for (const [first, last] of ranges) {
    if (first > from) gaps.push([from, first - 1]);
    from = last + 1;
  }
  gaps.push([from, 0xffff]);
  return gaps;
};

const withBothCases = (ranges: Range[]): Range[] =>
  ranges.flatMap(([first, last]) => {
    if (last - first > 0x600) return [[first, last] as const];
    const all: Range[] = [[first, last]];
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCharCode(code);
      for (const other of [character.toLowerCase(), character.toUpperCase()]) {
        if (other.length === 1 && other !== character) all.push([other.charCodeAt(0), other.charCodeAt(0)]);
      }
    }
    return all;
  });

class Parser {
  readonly #source: string;
  readonly #ignoreCase: boolean;
  #at = 0;

  constructor(source: string, ignoreCase: boolean) {
    this.#source = source;
    this.#ignoreCase = ignoreCase;
  }

  parse(): Node {
    const node = this.#choice(0);
    if (this.#at < this.#source.length) this.#refuse('has a ) without its (');
    return node;
  }

  #refuse(what: string): never {
    throw new BadRequest(`The pattern ${what} (at character ${this.#at + 1}).`);
  }

  #take(expected: string): boolean {
    if (!this.#source.startsWith(expected, this.#at)) return false;
    this.#at += expected.length;
    return true;
  }

  #next(): string {
    const character = this.#source[this.#at];
    if (character === undefined) this.#refuse('ends unexpectedly');
    this.#at += 1;
    return character;
  }

  #choice(depth: number): Node {
    if (depth > MAX_DEPTH) this.#refuse('nests too deeply');
    const branches = [this.#sequence(depth)];
    while (this.#take('|')) branches.push(this.#sequence(depth));
    return branches.length === 1 ? branches[0]! : { kind: 'choice', branches };
  }

  #sequence(depth: number): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!))
      parts.push(this.#repeat(this.#atom(depth)));
    return { kind: 'sequence', parts };
  }

  #repeat(part: Node): Node {
    const counted = /^(?:[?*+]|\{(\d{1,4})(,?)(\d{0,4})\})/.exec(this.#source.slice(this.#at));
    if (counted === null) return part;
    if (part.kind === 'boundary') this.#refuse('repeats a \\b');
    this.#at += counted[0].length;
    if (/^[?*+{]/.test(this.#source.slice(this.#at)))
      this.#refuse('repeats a repetition; lazy and possessive forms do not exist');
    if (counted[0] === '?') return { kind: 'repeat', part, least: 0, most: 1 };
    if (counted[0] === '*' || counted[0] === '+')
      return { kind: 'repeat', part, least: counted[0] === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY };
    const least = Number(counted[1]);
    const most = counted[2] === '' ? least : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]);
    if (least > MAX_REPEATS || (most !== Number.POSITIVE_INFINITY && (most > MAX_REPEATS || most < least)))
      this.#refuse(`repeats outside 0 to ${MAX_REPEATS}`);
    return { kind: 'repeat', part, least, most };
  }

  #atom(depth: number): Node {
    if (this.#take('(')) {
      if (this.#take('?') && !this.#take(':')) this.#refuse('uses (?…), of which only (?:…) exists');
      const group = this.#choice(depth + 1);
      if (!this.#take(')')) this.#refuse('lacks a )');
      return group;
    }
    const character = this.#next();
    if (character === '.') return { kind: 'set', ranges: [[10, 10]], negated: true };
    if (character === '[') return this.#class();
    if (character === '\\') return this.#escape();
    if ('^$'.includes(character)) this.#refuse(`uses ${character}; use \\b for the edge of a word`);
    if ('?*+{'.includes(character)) this.#refuse('has a repetition of nothing');
    return this.#set([[character.charCodeAt(0), character.charCodeAt(0)]], false);
  }

  #set(ranges: Range[], negated: boolean): Node {
    return { kind: 'set', ranges: this.#ignoreCase ? withBothCases(ranges) : ranges, negated };
  }

  #escape(): Node {
    const ranges = this.#escaped();
    return ranges === 'boundary' ? { kind: 'boundary' } : this.#set(ranges, false);
  }

  #escaped(): Range[] | 'boundary' {
    const character = this.#next();
    if (character === 'b') return 'boundary';
    const known = CLASSES.get(character.toLowerCase());
    if (known !== undefined) return character === character.toLowerCase() ? known : complementOf(known);
    const control = CONTROLS.get(character) ?? character;
    if (control === character && /[A-Za-z0-9]/.test(character))
      this.#refuse(`uses \\${character}, which does not exist here`);
    return [[control.charCodeAt(0), control.charCodeAt(0)]];
  }

  #class(): Node {
    const negated = this.#take('^');
    const ranges: Range[] = [];
    while (!this.#take(']')) {
      const first = this.#member();
      if (
        first.length === 1 &&
        first[0]![0] === first[0]![1] &&
        this.#source[this.#at] === '-' &&
        this.#source[this.#at + 1] !== ']'
      ) {
        this.#at += 1;
        const last = this.#member();
        if (last.length > 1 || last[0]![0] < first[0]![0]) this.#refuse('has an inverted range');
        ranges.push([first[0]![0], last[0]![0]]);
      } else ranges.push(...first);
    }
    if (ranges.length === 0) this.#refuse('has an empty class');
    return this.#set(ranges, negated);
  }

  #member(): Range[] {
    if (this.#take('\\')) {
      const ranges = this.#escaped();
      return ranges === 'boundary' ? this.#refuse('uses \\b in a class') : ranges;
    }
    const code = this.#next().charCodeAt(0);
    return [[code, code]];
  }
}

/** The syntax tree of a pattern. Throws a `BadRequest` that says where and why, if the pattern is not valid. */
export const parse = (source: string, ignoreCase: boolean): Node => new Parser(source, ignoreCase).parse();
