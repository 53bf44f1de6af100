import type { Random } from '../../data/pii/random.ts';

/** What of `@faker-js/faker` is used. */
export type Faker = {
  seed(seed: number): void;
  person: { fullName(): string };
  phone: { number(): string };
  internet: { email(): string; ip(): string; mac(): string; domainName(): string };
  finance: { creditCardNumber(): string; iban(): string };
  location: {
    streetAddress(): string;
    secondaryAddress(): string;
    zipCode(): string;
    city(): string;
    state(): string;
    country(): string;
  };
  company: { name(): string };
};

export type Values = Readonly<Record<string, (random: Random) => string>>;

/** Towns before their codes in the English-speaking countries, codes before their towns elsewhere. */
const townLine = ({ location }: Faker, locale: string): string =>
  locale.startsWith('en') ? `${location.city()}, ${location.zipCode()}` : `${location.zipCode()} ${location.city()}`;

const addressOf = (faker: Faker, locale: string, separator: string, random: Random): string => {
  const { location } = faker;
  const lines = [location.streetAddress()];
  if (locale.startsWith('en') && random.below(4) === 0) lines.push(location.secondaryAddress());
  if (separator === '\n' || random.below(3) > 0) lines.push(townLine(faker, locale));
  if (random.below(5) === 0) lines.push(location.country());
  return lines.join(separator);
};

const dateOf = (locale: string, random: Random): string => {
  const day = new Date(Date.UTC(random.between(1950, 2026), random.below(12), random.between(1, 28)));
  const dateStyle = random.pick(['short', 'medium', 'long'] as const);
  const written = new Intl.DateTimeFormat(locale.replace('_', '-'), { dateStyle, timeZone: 'UTC' }).format(day);
  return random.below(4) === 0 ? day.toISOString().slice(0, 10) : written;
};

/** Values of one locale; `nations`: what people are called in its language. */
export const valuesOf = (faker: Faker, locale: string, nations: readonly string[]): Values => ({
  NAME: () => faker.person.fullName(),
  PHONE: () => faker.phone.number(),
  EMAIL: () => faker.internet.email(),
  CARD: () => faker.finance.creditCardNumber(),
  IBAN: () => faker.finance.iban(),
  IP: () => faker.internet.ip(),
  MAC: () => faker.internet.mac(),
  DOMAIN: () => faker.internet.domainName(),
  ADDRESS: (random) => addressOf(faker, locale, ', ', random),
  ADDRESS_BLOCK: (random) => addressOf(faker, locale, '\n', random),
  PLACE: (random) => random.pick([() => faker.location.city(), () => faker.location.country()])(),
  ORGANISATION: () => faker.company.name(),
  NATIONALITY: (random) => random.pick(nations),
  AGE: (random) => String(random.between(2, 97)),
  DATE: (random) => dateOf(locale, random),
  ZIP_CODE: () => faker.location.zipCode(),
});
