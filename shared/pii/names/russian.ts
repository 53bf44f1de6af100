/** Endings of the cases of a given name, longest first, with what the nominative has in their place. */
const CASES: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/(?:ией|ьей)$/, ['ия', 'ья']],
  [/(?:ию|ии)$/, ['ия', 'ий']],
  [/(?:ья|ью|ье|ьи|ьем|ьём)$/, ['ья', 'ь']],
  [/ием$/, ['ий']],
  [/(?:ом|ем|ой|ей)$/, ['', 'а', 'я', 'й', 'ь']],
  [/[ауыи]$/, ['', 'а', 'я', 'ь']],
  [/[яюе]$/, ['', 'а', 'я', 'й', 'ь', 'ий']],
];

/** Names and cases of names that are words of their own far more often. */
const WORDS = new Set(
  `вера верой веру вере верою надежда надежду надежде надеждой любовь любви любовью мира миру миром миле мили лет лев льва
  слава славу славе славой роман романа романе романом романы роза розы марка марки марку марке маркой карта карты карпа
  тема темы теме тему темой света свете светом свету петель майя мае маю дана даны вали валом роме ромом стоя стоит кира
  киры люба любы любой любая любое любые саду тит тихо тихой тихом том тома томе гены гена гене ген лена назара платона
  платоны гурия алый алые юра ада май макара стол сам сама саму`.split(/\s+/),
);

export const isRussianGivenName = (word: string, names: ReadonlySet<string>): boolean => {
  const plain = word.replace(/ё/g, 'е');
  if (WORDS.has(plain)) return false;
  if (names.has(plain)) return true;
  const halves = plain.split('-');
  if (halves.length === 2) return names.has(halves[0]!) && names.has(halves[1]!);
  for (const [ending, nominatives] of CASES) {
    const stem = plain.replace(ending, '');
    if (stem !== plain && stem.length > 1 && nominatives.some((one) => names.has(stem + one))) return true;
  }
  return false;
};

/** `word` in lower case, in any case of the declension. */
export const isPatronymic = (word: string): boolean =>
  /^[а-яё]{2,}(?:[ое]вич|[ьи]ич|кич|мич|нич|лич)(?:а|у|ем|ом|е|и)?$|^[а-яё]{2,}(?:[ое]вн|[иь]ничн|ичн)(?:а|ы|е|у|ой|ою)$/.test(
    word,
  ) || /^(?:ильич|кузьмич|фомич|лукич)/.test(word);

export const isRussianSurname = (word: string): boolean =>
  /^[а-яё]{2,}(?:(?:[оеё]в|[иы]н)(?:а|у|ым|е|ой|ых|ы)?|(?:ск|цк)(?:ий|ой|ая|ого|ому|им|ом|ую|их)|(?:енк|чук|щук|нюк|люк)[оаеу]?|(?:чук|щук|нюк|люк|[аяю]к)(?:ом)?|[ая]н|дзе|швили|[иы]х|(?:ман|берг|штейн|сон|вич|ец|ба|ук|юк|нко|ло|ой|ий)(?:а|у|ом|ем|е)?)$/.test(
    word,
  ) && word.length > 3;
