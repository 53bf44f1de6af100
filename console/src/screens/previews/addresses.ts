import { ofPerson } from '../../app/person/of-person.ts';

/**
 * Addresses that were answered since the page was loaded, by preview: the API says each once. They are in this page's memory alone.
 */
export const addresses = ofPerson<ReadonlyMap<string, string>>(new Map());

export const rememberAddress = (id: string, url: string): void => {
  addresses.value = new Map(addresses.value).set(id, url);
};

/** Only such an address is made a link of. */
export const isWebAddress = (url: string): boolean => /^https?:\/\//i.test(url);
