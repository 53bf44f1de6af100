/** What two requests differ by. */
export type Difference = 'negation' | 'number' | 'name';
export type Pair = { difference: Difference; one: string; other: string };

type Frames = { frames: readonly string[]; words: readonly (readonly [string, string])[] };

/** `_` is where the two differ; an empty word takes the space before it along. */
const NEGATIONS: Frames = {
  frames: [
    'Which foods can a dog _ eat?',
    'Why do cats _ like water?',
    'Which planets do _ have a moon?',
    'Tell me which plants should _ stand in the sun.',
    'Please list the days on which the shop is _ open.',
    'which medicines are _ safe in pregnancy',
    'When must a driver _ stop?',
    'What happens if the server does _ restart after an update?',
    'Who was _ invited to the meeting?',
    'Can you explain when a contract is _ binding?',
    'Is it legal to drive _ a licence',
    'What are the symptoms _ treatment',
  ],
  words: [
    ['', 'not'],
    ['', 'never'],
    ['always', 'never'],
    ['often', 'rarely'],
    ['with', 'without'],
    ['really', 'hardly'],
    ['', 'no longer'],
    ['still', 'no longer'],
    ['including', 'except'],
  ],
};

const CONTRACTED: Frames = {
  frames: [
    'Why _ my phone charge?',
    'What if the guests _ come?',
    'Which of these _ contain sugar?',
    '_ it snow in May?',
  ],
  words: [
    ['does', "doesn't"],
    ['do', "don't"],
    ['did', "didn't"],
    ['will', "won't"],
    ['can', "can't"],
    ['would', 'wouldn’t'],
    ['should', "shouldn't"],
    ['does', 'doesnt'],
  ],
};

const PREFIXES: Frames = {
  frames: ['Is it _ to leave the key in the car?', 'What makes a reaction _?', 'Show me how an _ word is stored.'],
  words: [
    ['safe', 'unsafe'],
    ['legal', 'illegal'],
    ['reversible', 'irreversible'],
    ['possible', 'impossible'],
    ['signed', 'unsigned'],
    ['ordered', 'unordered'],
    ['essential', 'nonessential'],
    ['regular', 'irregular'],
  ],
};

const NUMBERS: Frames = {
  frames: [
    'What is _ times 12?',
    'How many grams are _ ounces?',
    'How long does it take to drive _ km?',
    'Who won the world cup in _?',
    'Is _ a prime number?',
    'how do i boil eggs for _ minutes',
    'What is the capital gain on _ shares?',
    'Convert _ degrees to radians, please.',
    'Tell me what happened on May _.',
    'What is new in version _?',
    'Summarise chapter _ of the book.',
    'How much is a loan over _ years?',
  ],
  words: [
    ['3', '4'],
    ['15', '150'],
    ['1.5', '15'],
    ['-5', '5'],
    ['1998', '1988'],
    ['two', 'three'],
    ['fifteen', 'fifty'],
    ['1,000', '10,000'],
    ['half', 'twice'],
    ['10%', '10'],
    ['2²', '22'],
    ['½', '1'],
    ['XIV', 'XVI'],
    ['first', 'third'],
    ['a dozen', 'a hundred'],
  ],
};

const UNITS: Frames = {
  frames: ['How many calories are in 100 _ of rice?', 'Is 5 _ too much?', 'What does 20 _ cost today?'],
  words: [
    ['g', 'kg'],
    ['mg', 'µg'],
    ['$', '€'],
    ['MB', 'Mb'],
    ['miles', 'kilometres'],
  ],
};

const NAMES: Frames = {
  frames: [
    'What is the capital of _?',
    'Tell me where _ was born.',
    'how old is _',
    'Did _ call Robin?',
    'Did Robin call _?',
    'What did _ say about the budget?',
    'How do I install _ on my computer?',
    'Which airline flies from Rome to _?',
    'Explain how _ works, please.',
    'What are the opening hours of _?',
    'is _ open on sundays',
    'Could you show me the history of _?',
  ],
  words: [
    ['Austria', 'Australia'],
    ['Niger', 'Nigeria'],
    ['Alice', 'Bob'],
    ['alice', 'carol'],
    ['Marie Curie', 'Pierre Curie'],
    ['python', 'ruby'],
    ['Java', 'JavaScript'],
    ['Sankt Pölten', 'Sankt Gallen'],
    ['the May Fair', 'the fair'],
    ['IT', 'it'],
    ['Windows', 'windows'],
    ['vitamin a', 'vitamin'],
    ['C', 'C++'],
    ['Иван', 'Пётр'],
    ['東京', '京都'],
    ['"the"', '"of"'],
    ['user_1', 'user_2'],
    ['<EMAIL_1>', '<EMAIL_2>'],
  ],
};

const SWAPS: Frames = {
  frames: ['Does _?', 'What happens when _?', 'Tell me whether _.'],
  words: [
    ['Alice owe Bob money', 'Bob owe Alice money'],
    ['a man bite a dog', 'a dog bite a man'],
    ['the train go from Rome to Paris', 'the train go from Paris to Rome'],
    ['water turn into ice', 'ice turn into water'],
    ['I call you', 'you call I'],
  ],
};

const filled = (frame: string, word: string): string =>
  word === '' ? frame.replace(/ ?_/, '') : frame.replace('_', word);

const pairsOf = (difference: Difference, { frames, words }: Frames): Pair[] =>
  frames.flatMap((frame) =>
    words.map(([one, other]) => ({ difference, one: filled(frame, one), other: filled(frame, other) })),
  );

export const pairs: readonly Pair[] = [
  ...[NEGATIONS, CONTRACTED, PREFIXES].flatMap((frames) => pairsOf('negation', frames)),
  ...[NUMBERS, UNITS].flatMap((frames) => pairsOf('number', frames)),
  ...[NAMES, SWAPS].flatMap((frames) => pairsOf('name', frames)),
];
