/*
 * What may differ between two requests that ask for the same. Only words that change nothing are here, and words that can
 * stand for each other in any question: every other word has to be the same in both, so a name is told apart without being
 * known as one. No word of number, time, place, direction, order, quantity, person, permission or negation belongs here.
 */

/** How requests begin and end without saying anything. Matched again and again, so that they can follow each other. */
export const OPENINGS: readonly RegExp[] = [
  /^(?:hi|hello|hey|ok|okay)(?: there)?[,!.]+\s*/i,
  /^please,? /i,
  /^(?:can|could|would|will) you (?:please |kindly )?(?=\p{L})/iu,
  /^(?:tell|show|give) (?:me|us) /i,
  /^(?:i|we) (?:want|need|would like|wish) to know /i,
  /^(?:i|we)(?:'d| would) like to know /i,
  /^(?:do you know|any idea|i wonder|i was wondering) /i,
];

export const CLOSINGS: readonly RegExp[] = [
  /[.!?]?,? +(?:thanks|thank you) in advance$/i,
  /[.!?,] *(?:please|thanks|thank you)$/i,
  /[\s.!?]+$/,
];

/** They say nothing where they stand. Not `a`: it is also a grade, a vitamin, a column. */
const SILENT = 'the of is are that';

/** Each line: words that can stand for each other. */
const ALIKE = `
what which
big large
bigger larger
biggest largest
tallest highest
quick fast rapid
quickest fastest
purpose aim goal
reason cause
method way approach
explain describe
error mistake
begin start
begins starts
end finish
ends finishes
buy purchase
get obtain
choose select pick
repair fix
doctor physician
movie film
car automobile
job occupation
picture image
`;

/** From a word to the one that stands for it and all its like; to nothing for those that say nothing. */
export const EVERYDAY: ReadonlyMap<string, string> = new Map([
  ...SILENT.split(' ').map((word) => [word, ''] as const),
  ...ALIKE.trim()
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
]);
