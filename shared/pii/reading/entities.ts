/** Named characters of HTML that stand in or beside personal data. */
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    commat: '@',
    period: '.',
    comma: ',',
    semi: ';',
    colon: ':',
    lowbar: '_',
    UnderBar: '_',
    plus: '+',
    hyphen: '-',
    dash: '-',
    minus: '-',
    num: '#',
    percnt: '%',
    equals: '=',
    sol: '/',
    bsol: '\\',
    lpar: '(',
    rpar: ')',
    lsqb: '[',
    lbrack: '[',
    rsqb: ']',
    rbrack: ']',
    excl: '!',
    quest: '?',
    ast: '*',
    nbsp: '\u00a0',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    Tab: '\t',
    NewLine: '\n',
    shy: '\u00ad',
    zwnj: '\u200c',
    zwj: '\u200d',
    lrm: '\u200e',
    rlm: '\u200f',
    ndash: '-',
    mdash: '-',
    lsquo: "'",
    rsquo: "'",
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    eth: 'ð',
    thorn: 'þ',
    lstrok: 'ł',
    Lstrok: 'Ł',
  }),
);

const MARKS = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

/** `eacute` is a letter and the name of its mark. */
export const entityCharacter = (name: string): string | undefined => {
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const mark = MARKS.get(name.slice(1));
  return mark === undefined ? undefined : (name[0]! + mark).normalize('NFC');
};
