/**
 * How far to the left of a value context words are looked for, in code units. Streams keep this much of the text they have
 * let go, so that a finding never depends on how the text was split; no look-behind may exceed it.
 */
export const CONTEXT = 96;

/** The text just before `at`, at most `reach` code units. */
export const before = (text: string, at: number, reach: number): string => text.slice(Math.max(0, at - reach), at);

const openList = /(?:\[|[\]}"]\s{0,8},)[^[\]{}"]*$/;
const longNumber = /\d{7},$/;

/** In a list of JSON commas part items, and never a number from its decimals. */
export const isInList = (text: string, at: number): boolean => openList.test(before(text, at, CONTEXT));

/** A comma or a point and a digit before a number make it the decimals of another, unless the comma parts a list. */
export const isFraction = (text: string, at: number): boolean =>
  /\d[.,]$/.test(before(text, at, 2)) &&
  (text[at - 1] === '.' || !(longNumber.test(before(text, at, 8)) || isInList(text, at)));

/** Words after which a number identifies a thing, not a person, unless a check digit says otherwise. */
const OTHER_NUMBERS =
  /(?:^|[^\p{L}])(?:order|invoice|ticket|tracking|build|version|release|rev|revision|sku|isbn|issn|ean|upc|barcode|serial|part|item|model|line|offset|id|ref|reference|case|batch|lot|code|error|port|pid|commit|page|room|chapter|section|amount|total|sum|price|timestamp|epoch|article|product|заказ[а-я]*|накладн[а-я]+|артикул[а-я]*|верси[а-я]+|сборк[а-я]+|строк[а-я]+|код[а-я]*|тикет[а-я]*|трек(?:-номер)?|отправлени[а-я]+|сумм[а-я]+|цен[а-я]+|договор[а-я]*|стать[а-я]+|страниц[а-я]+|комнат[а-я]+|модел[а-я]+|парти[а-я]+|штрихкод[а-я]*)[\s:=#№*.]{0,3}(?:is|number|no|num|nr|номер|№|#)?[\s:=#№.]{0,3}$/iu;

export const numbersSomethingElse = (text: string, at: number): boolean => OTHER_NUMBERS.test(before(text, at, 40));
