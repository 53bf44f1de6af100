import type { Endpoints } from './function-environment.ts';

type Known = { endpoints: Endpoints; localise: (text: string) => string };

/**
 * Where the parts listen. Functions need it in their environment, and the last address, the gateway's, is known only when
 * the functions behind it are; so it is set once, between the boot of the gateway and the first invocation.
 */
export class LocalAddresses {
  #known: Known | undefined;

  set(known: Known): void {
    this.#known = known;
  }

  /** @throws Error before they are known: nothing may be invoked while the parts still start. */
  get(): Known {
    if (!this.#known) throw new Error('a function was invoked before the gateway had an address');
    return this.#known;
  }
}
