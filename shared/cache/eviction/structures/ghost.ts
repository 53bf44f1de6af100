const WAYS = 8;
const FIRST_BUCKETS = 8;
/** Places for each key that is remembered. Fuller than this, buckets overflow. */
const PLACES_FOR_EACH = 2;

/**
 * The last keys that left the cache, as 32 bits each in buckets of eight (S3-FIFO, Yang et al., SOSP 2023, 4.2): a key is
 * remembered while fewer than `span` others left after it. Two keys may look alike, which costs a wrong guess and nothing else.
 */
export class Ghost {
  #hashes = new Uint32Array(FIRST_BUCKETS * WAYS);
  /** When each left, counted in departures; 0 for an empty place. */
  #left = new Uint32Array(FIRST_BUCKETS * WAYS);
  #departures = 0;

  /** A key left. `span` is how many are to be remembered. */
  remember(hash: number, span: number): void {
    while (span * PLACES_FOR_EACH > this.#left.length) this.#grow();
    this.#departures = (this.#departures + 1) >>> 0 || 1;
    this.#put(hash, this.#departures);
  }

  /** How many left since this key did, itself counted; nothing if that is not remembered. It is forgotten at once. */
  recall(hash: number, span: number): number | undefined {
    const first = this.#bucketOf(hash);
    for (let place = first; place < first + WAYS; place += 1) {
      if (this.#hashes[place] !== hash || this.#left[place] === 0) continue;
      const since = this.#sinceAt(place);
      this.#left[place] = 0;
      return since <= span ? since : undefined;
    }
    return undefined;
  }

  clear(): void {
    this.#left.fill(0);
  }

  #bucketOf(hash: number): number {
    return (hash * WAYS) & (this.#left.length - 1) & ~(WAYS - 1);
  }

  #sinceAt(place: number): number {
    return (this.#departures - this.#left[place]! + 1) >>> 0;
  }

  /** In its own former place, an empty one, or that of whoever left first. */
  #put(hash: number, departure: number): void {
    const first = this.#bucketOf(hash);
    let chosen = first;
    for (let place = first; place < first + WAYS; place += 1) {
      if (this.#hashes[place] === hash && this.#left[place] !== 0) {
        chosen = place;
        break;
      }
      if (this.#left[chosen] !== 0 && (this.#left[place] === 0 || this.#sinceAt(place) > this.#sinceAt(chosen))) {
        chosen = place;
      }
    }
    this.#hashes[chosen] = hash;
    this.#left[chosen] = departure;
  }

  #grow(): void {
    const [hashes, left] = [this.#hashes, this.#left];
    this.#hashes = new Uint32Array(hashes.length * 2);
    this.#left = new Uint32Array(left.length * 2);
    for (const [place, departure] of left.entries()) if (departure !== 0) this.#put(hashes[place]!, departure);
  }
}
