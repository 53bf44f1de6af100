import type { ProjectScope } from '../../core/scope.ts';
import { deleteObjects } from '../../platform/objects.ts';
import { packText, type StoredText } from '../../store/index.ts';

/**
 * The text of a message being accepted. A long one goes to the bucket before the item that points to it, but only once the
 * message has passed its checks; if it is refused after all, the object is removed again.
 */
export class DeferredText {
  readonly #pack: () => Promise<StoredText>;
  #packed: StoredText | undefined;

  constructor(project: ProjectScope, text: { id: string; session: string; text: string }) {
    this.#pack = () => packText(project, text);
  }

  async stored(): Promise<StoredText> {
    this.#packed ??= await this.#pack();
    return this.#packed;
  }

  async discard(): Promise<void> {
    if (this.#packed && 'content_ref' in this.#packed) await deleteObjects([this.#packed.content_ref]);
  }
}
