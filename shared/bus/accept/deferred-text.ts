import type { ProjectScope } from '../../core/scope.ts';
import { deleteObjects } from '../../platform/objects.ts';
import { packText, type StoredText } from '../../store/index.ts';

/**
 * A message's text on its way in. A long one goes to the bucket before the item that points to it, but not before it is
 * sure that the message is wanted; one that is refused after all leaves nothing behind.
 */
export class DeferredText {
  readonly #pack: () => Promise<StoredText>;
  #packed: StoredText | undefined;

  constructor(project: ProjectScope, id: string, text: string) {
    this.#pack = () => packText(project, { id, text });
  }

  async stored(): Promise<StoredText> {
    this.#packed ??= await this.#pack();
    return this.#packed;
  }

  async discard(): Promise<void> {
    if (this.#packed && 'content_ref' in this.#packed) await deleteObjects([this.#packed.content_ref]);
  }
}
