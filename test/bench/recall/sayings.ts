/** What somebody said, what it was about, and two ways to ask for it in other words. */
export type Saying = { said: string; about: string; asked: string };

export const SAYINGS: readonly Saying[] = [
  {
    said: 'the printer on the second floor jams every morning',
    about: 'the printer',
    asked: 'Why can nobody print upstairs early in the day? The printer keeps jamming.',
  },
  {
    said: 'our supplier of paper wants fourteen days of notice',
    about: 'the supplier',
    asked: 'How early must paper be ordered from the supplier?',
  },
  {
    said: 'customers in Norway complain about late parcels',
    about: 'late parcels',
    asked: 'Which customers were unhappy because parcels arrive late?',
  },
  {
    said: 'the backup of the database failed twice in a row',
    about: 'the backup',
    asked: 'Was there trouble with backing up the database?',
  },
  {
    said: 'the new intern starts after the summer holidays',
    about: 'the intern',
    asked: 'When will the intern begin?',
  },
  {
    said: 'the contract with the cleaning company ends in autumn',
    about: 'the cleaning company',
    asked: 'Until when are the cleaners under contract?',
  },
  { said: 'the lift must be inspected by an engineer', about: 'the lift', asked: 'Who has to inspect the lift?' },
  {
    said: 'invoices above ten thousand need two signatures',
    about: 'invoices',
    asked: 'How many people sign a large invoice?',
  },
  {
    said: 'the office in Vienna wants its own coffee machine',
    about: 'the coffee machine',
    asked: 'Who asked for a machine that makes coffee?',
  },
  {
    said: 'the login page is slow on old telephones',
    about: 'the login page',
    asked: 'On which devices does logging in take long? The login page was mentioned.',
  },
  {
    said: 'tests of the payment module run for an hour',
    about: 'the payment module',
    asked: 'How long does testing payments take?',
  },
  {
    said: 'the insurance pays only for broken windows',
    about: 'the insurance',
    asked: 'What does our insurance cover? Windows?',
  },
  {
    said: 'the trade fair in Hanover was a waste of money',
    about: 'the trade fair',
    asked: 'Was going to the fair in Hanover worth it?',
  },
  {
    said: 'the warehouse runs out of small boxes by Thursday',
    about: 'small boxes',
    asked: 'Which boxes will be missing in the warehouse?',
  },
  {
    said: 'the heating makes strange noises at night',
    about: 'the heating',
    asked: 'What is wrong with the heating after dark?',
  },
  {
    said: 'two recruiters recommended the same candidate',
    about: 'the candidate',
    asked: 'Which candidate came recommended by recruiters?',
  },
  {
    said: 'the newsletter had more readers than ever',
    about: 'the newsletter',
    asked: 'How well was the newsletter read?',
  },
  {
    said: 'the certificate of the shop expires on a Sunday',
    about: 'the certificate',
    asked: 'On what day does the shop certificate run out?',
  },
  {
    said: 'the translation into Polish has many mistakes',
    about: 'the translation',
    asked: 'How good is the Polish text? Are there mistakes in the translation?',
  },
  {
    said: 'visitors should park behind the bakery',
    about: 'parking',
    asked: 'Where may visitors leave their cars? Is there parking?',
  },
  {
    said: 'the auditors want receipts for every taxi',
    about: 'receipts',
    asked: 'What do auditors need for taxi rides?',
  },
  {
    said: 'the forklift needs a new battery',
    about: 'the forklift',
    asked: 'Which vehicle needs its battery replaced, the forklift?',
  },
  {
    said: 'the garden behind the canteen floods when it rains',
    about: 'the garden',
    asked: 'What happens to the garden in the rain?',
  },
  {
    said: 'the press release leaves out the price',
    about: 'the press release',
    asked: 'What is missing from the press release?',
  },
  {
    said: 'the robot arm stops whenever the light flickers',
    about: 'the robot arm',
    asked: 'Why does the robot arm stop?',
  },
  {
    said: 'the choir practises in the large meeting room',
    about: 'the choir',
    asked: 'Which room does the choir sing in?',
  },
  {
    said: 'the licence for the drawing software was never paid',
    about: 'the licence',
    asked: 'Did we pay for the drawing software licence?',
  },
  {
    said: 'the keys of the cellar hang beside the fridge',
    about: 'the keys',
    asked: 'Where do I find the cellar keys?',
  },
  {
    said: 'the survey shows that people want shorter meetings',
    about: 'the survey',
    asked: 'What did people wish for in the survey?',
  },
  {
    said: 'the ferry to the island leaves only at noon',
    about: 'the ferry',
    asked: 'At what time can I take the ferry?',
  },
  {
    said: 'the archive keeps letters for thirty years',
    about: 'the archive',
    asked: 'For how many years are letters kept in the archive?',
  },
  { said: 'the drone may not fly near the airport', about: 'the drone', asked: 'Where is flying the drone forbidden?' },
  { said: 'the bakery raised what it takes for rolls', about: 'the bakery', asked: 'What got dearer at the bakery?' },
  { said: 'the microphone in room four has an echo', about: 'the microphone', asked: 'Which microphone has an echo?' },
  {
    said: 'the solar panels produce less than promised',
    about: 'the solar panels',
    asked: 'Do the solar panels deliver what was promised?',
  },
  {
    said: 'the museum lends us the old telescope',
    about: 'the telescope',
    asked: 'Whose telescope can we borrow from the museum?',
  },
];

/** Small talk in between, which answers nothing. */
export const CHATTER: readonly string[] = [
  'Can you make this sentence sound friendlier for a customer?',
  'Please give me three ideas for a birthday cake.',
  'Thanks, that was helpful.',
  'Write a short poem about rain on a window.',
  'How do I say good morning in Finnish?',
  'Summarise the difference between a lease and a loan.',
  'What should I cook with leeks and potatoes tonight?',
  'Could you check the spelling of this paragraph?',
  'Tell me a joke about penguins.',
  'Which exercises help against a stiff neck?',
];
