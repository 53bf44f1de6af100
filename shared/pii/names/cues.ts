import { isLetterCode } from '../reading/characters.ts';

/** What stands right before capitalised words says of them; a bit each. */
export const CUE = {
  /** Makes one capitalised word a name, whatever the word. */
  title: 1,
  /** Makes two capitalised words a name, or one that is known: greetings, signatures, fields for names, roles. */
  sure: 2,
  /** Spoken to or of as one does only with people: a name that is known counts though it is a word too. */
  personal: 4,
  /** Makes two of them a name if one is known, or one that is known. */
  likely: 8,
  /** Numbers of streets have names of people: `ул. Юрия Гагарина`. */
  street: 16,
} as const;

type Cue = (typeof CUE)[keyof typeof CUE];

/** What may stand between the phrase and the name. */
const GAPS: ReadonlyArray<readonly [Cue, RegExp]> = [
  [CUE.title, /^\.?["']?[ \t]*[:=]?[ \t]*["']?$/],
  [CUE.sure, /^["']?[ \t]*[:,=-]{0,2}[ \t]*["']?\n?\n?$/],
  [CUE.personal, /^[ \t]*[,:]?[ \t]*$/],
  [CUE.likely, /^[ \t]*[,:]?[ \t]*$/],
  [CUE.street, /^\.?[ \t]*$/],
];
const ANY_CUE = GAPS.reduce((all, [cue]) => all | cue, 0);

/** Phrases between bars; a star is for up to that many letters of an ending, of which Russian has many. */
const PHRASES: ReadonlyArray<readonly [Cue, string]> = [
  [
    CUE.title,
    `mr|mrs|ms|mx|dr|prof|messrs|miss|madam|dame|herr|frau|señor|señora|monsieur|madame|mme|signor|signora|my name is|
    my name's|call me|surname|last name|first name|г-н|г-жа|гр|ф.и.о|господин*3|госпожа|госпожу|госпоже|госпожи|госпожой|
    гражданин*2|гражданк*2|меня зовут|зовут|по имени|фамилия`,
  ],
  [
    CUE.sure,
    `dear|sir|lady|name is|named|signed by|signed|patient|passenger|regards|sincerely|yours truly|cheers|best wishes|best|
    name|fullname|signature|recipient|sender|beneficiary|payee|holder|cardholder|policyholder|пациент*3|дорогой|дорогая|
    уважаемый|уважаемая|с уважением|подпись|фио|фамилия|фамилия имя|фамилия, имя|имя отчество|имя, отчество|имя|получатель|
    отправитель|плательщик|заявитель|владелец`,
  ],
  [
    CUE.personal,
    `i am|i'm|im|this is|hi|hello|hey|thanks|thank you|contact|attn|attention|met|meet|ask|asked|tell|told|call|called|email|
    colleague|friend|wife|husband|son|daughter|brother|sister|boss|привет|здравствуйте|спасибо|это`,
  ],
  [
    CUE.likely,
    `i am|i'm|im|this is|it's|hi|hello|hey|thanks|contact|attn|attention|from|to|cc|by|with|and|employee|customer|client|
    manager|director|author|doctor|nurse|teacher|lawyer|agent|attorney|judge|captain|officer|detective|president|senator|
    chairman|professor|colleague|friend|wife|husband|son|daughter|brother|sister|mother|father|uncle|aunt|boss|assistant|met|
    meet|ask|asked|tell|told|call|called|email|for|of|that|said|says|это|от|для|кому|клиент*3|сотрудни*4|директор*3|
    менеджер*3|врач*3|доктор*3|коллег*3|друг*3|муж*3|жен*3|сын*3|доч*4|брат*3|сестр*3|автор*3|привет|здравствуйте|спасибо|
    регистрация|контакт|с|у|к|на имя`,
  ],
  [
    CUE.street,
    `ул|улиц*1|пр-т|просп|проспект*1|пер|переул*6|площад*1|пл|наб|набережн*4|бульвар*1|имени|им|станци*1|метро|памятник*1`,
  ],
];

/** A phrase by its last word: the whole phrase, and what it says. */
type Phrase = { text: string; cue: Cue };
type Stem = { most: number; cue: Cue };

const phrases = new Map<string, Phrase[]>();
const stems = new Map<string, Stem[]>();
const MOST_ENDING = 6;

const add = <Entry>(index: Map<string, Entry[]>, key: string, entry: Entry): void => {
  index.set(key, [...(index.get(key) ?? []), entry]);
};

for (const [cue, list] of PHRASES) {
  for (const text of list.split('|').map((one) => one.trim())) {
    const [stem, most] = text.split('*');
    if (most !== undefined) add(stems, stem!, { most: Number(most), cue });
    else add(phrases, /\p{L}+$/u.exec(text)![0], { text, cue });
  }
}

const MAX_GAP = 8;
const MAX_WORD = 24;
const SPACE = 32;
const CYRILLIC = 0x400;

const cuesOfStems = (word: string): number => {
  let cues = 0;
  for (let ending = 0; ending <= Math.min(MOST_ENDING, word.length - 1); ending += 1) {
    for (const { most, cue } of stems.get(word.slice(0, word.length - ending)) ?? []) {
      if (ending <= most) cues |= cue;
    }
  }
  return cues;
};

const cuesOfPhrases = (text: string, word: string, end: number): number => {
  let cues = 0;
  for (const phrase of phrases.get(word) ?? []) {
    const start = end - phrase.text.length;
    const stands =
      phrase.text.length === word.length ||
      (!isLetterCode(text.charCodeAt(start - 1)) && text.slice(Math.max(0, start), end).toLowerCase() === phrase.text);
    if (stands) cues |= phrase.cue;
  }
  return cues;
};

const fits = (gap: string): number => {
  let cues = 0;
  for (const [cue, pattern] of GAPS) if (pattern.test(gap)) cues |= cue;
  return cues;
};

/** The cues, as bits, that the words right before `at` are. Looks back less than `CONTEXT` code units. */
export const cuesBefore = (text: string, at: number): number => {
  let end = at;
  while (end > at - MAX_GAP && end > 0 && !isLetterCode(text.charCodeAt(end - 1))) end -= 1;
  let start = end;
  while (start > end - MAX_WORD && start > 0 && isLetterCode(text.charCodeAt(start - 1))) start -= 1;
  if (start === end || isLetterCode(text.charCodeAt(start - 1))) return 0;
  const word = text.slice(start, end).toLowerCase();
  let cues = cuesOfPhrases(text, word, end);
  if (word.charCodeAt(0) >= CYRILLIC) cues |= cuesOfStems(word);
  if (cues === 0) return 0;
  return cues & (at - end === 1 && text.charCodeAt(end) === SPACE ? ANY_CUE : fits(text.slice(end, at)));
};
