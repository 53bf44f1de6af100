/**
 * What somebody or something has one of at a time, by the words people use for it. Only these are compared: "my cat is black"
 * and "my cat is asleep" are both true, while two ages or two deadlines are not.
 */
const NAMES: Record<string, string> = {
  address: 'address',
  age: 'age',
  birthday: 'birthday',
  boss: 'manager',
  budget: 'budget',
  capital: 'capital',
  colour: 'colour',
  color: 'colour',
  company: 'employer',
  cost: 'price',
  currency: 'currency',
  deadline: 'deadline',
  domain: 'domain',
  email: 'email',
  'email address': 'email',
  'e mail': 'email',
  employer: 'employer',
  'due date': 'deadline',
  height: 'height',
  home: 'home',
  hometown: 'hometown',
  language: 'language',
  limit: 'limit',
  location: 'location',
  manager: 'manager',
  name: 'name',
  number: 'number',
  owner: 'owner',
  password: 'password',
  phone: 'phone',
  'phone number': 'phone',
  port: 'port',
  price: 'price',
  role: 'role',
  size: 'size',
  'start date': 'start',
  'start time': 'start',
  status: 'status',
  timezone: 'time zone',
  'time zone': 'time zone',
  username: 'username',
  version: 'version',
  weight: 'weight',
};

const LONGEST = 2;

/** A favourite or preferred anything is one of a kind, whatever it is. */
const SINGLES = new Set(['favourite', 'favorite', 'preferred', 'default', 'main']);

/** The words of an attribute under its usual name, or `undefined` for what there may be several of. */
export const attributeOf = (words: string[]): string[] | undefined => {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    const name = NAMES[words.slice(-length).join(' ')];
    if (name !== undefined) return [...words.slice(0, -length).map(spelled), ...name.split(' ')];
  }
  return words.length > 1 && words.some((word) => SINGLES.has(word)) ? words.map(spelled) : undefined;
};

/**
 * Of most attributes the value is a name, a place, a day or a number, while people say other things of them too: "my boss is
 * Carol", and "my boss is ill"; "I live in Porto", and "I live in a small flat". Names begin with a capital letter.
 */
const VALUES: readonly { said: RegExp; of: ReadonlySet<string> }[] = [
  {
    said: /^(?:(?:the|a|an|now)\s+)*\S*[\p{Lu}\p{N}]/u,
    of: new Set(['capital', 'employer', 'hometown', 'language', 'manager', 'name', 'owner']),
  },
  {
    said: /^(?:(?:the|a|an|in|at|on|by|early|late|next|now)\s+)*(?:\S*[\p{Lu}\p{N}]|\S+\s\p{N})/u,
    of: new Set(['address', 'birthday', 'deadline', 'home', 'location', 'start']),
  },
  {
    said: /^(?:(?:about|around|just|now|only|over|under)\s+)*\S*\p{N}/u,
    of: new Set(['age', 'budget', 'height', 'limit', 'number', 'phone', 'port', 'price', 'version', 'weight']),
  },
];

/** Whether what is said of an attribute, as `attributeOf` spells it, is its value. Whatever is a favourite is one. */
export const isValueOf = (attribute: readonly string[], said: string): boolean =>
  attribute.some((word) => SINGLES.has(word)) ||
  VALUES.every((one) => !one.of.has(attribute.at(-1) ?? '') || one.said.test(said.trim()));

const spelled = (word: string): string => (word === 'favorite' ? 'favourite' : word);

/** Verbs that state an attribute, each with what stands between the subject and the value. */
export const VERBS: readonly { said: RegExp; attribute: string }[] = [
  { said: /^(?:now )?(?:live|lives|reside|resides) (?:now )?in$/, attribute: 'home' },
  { said: /^(?:have |has |just )*moved (?:house )?to$/, attribute: 'home' },
  { said: /^(?:now )?(?:work|works) (?:now )?(?:at|for)$/, attribute: 'employer' },
  { said: /^(?:am|is|are) (?:now )?(?:called|named)$/, attribute: 'name' },
  { said: /^(?:now )?costs?$/, attribute: 'price' },
  { said: /^(?:am|is|are) (?:now )?due(?: on| by)?$/, attribute: 'deadline' },
  { said: /^(?:now )?(?:start|starts|begin|begins) (?:at|on)$/, attribute: 'start' },
  { said: /^(?:am|is|are) (?:now )?(?:located|based) (?:in|at)$/, attribute: 'location' },
  { said: /^(?:now )?reports? to$/, attribute: 'manager' },
  { said: /^(?:now )?weighs?$/, attribute: 'weight' },
];
