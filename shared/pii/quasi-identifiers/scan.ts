import type { PiiType, QuasiIdentifierType, Sink } from '../types.ts';
import { findAges } from './age.ts';
import { findDates } from './date.ts';
import { findDomains } from './domain.ts';
import { findNationalities } from './nationality.ts';
import { findOrganisations } from './organisation.ts';
import { findPlaces } from './place.ts';
import { findZipCodes } from './zip-code.ts';

type Finder = (text: string, from: number, sink: Sink) => void;

/**
 * Each looks through the text by itself, only where its type is wanted. A value lies on one line, and none of its patterns
 * reaches across two lower-case words, as a stream may be cut there; what stands to the left is read from `CONTEXT` alone.
 */
const FINDERS: Record<QuasiIdentifierType, Finder> = {
  PLACE: findPlaces,
  ORGANISATION: findOrganisations,
  NATIONALITY: findNationalities,
  AGE: findAges,
  DATE: findDates,
  ZIP_CODE: findZipCodes,
  DOMAIN: findDomains,
};

export const scanQuasiIdentifiers = (text: string, from: number, sink: Sink, wanted: ReadonlySet<PiiType>): void => {
  for (const [type, find] of Object.entries(FINDERS) as [QuasiIdentifierType, Finder][])
    if (wanted.has(type)) find(text, from, sink);
};
