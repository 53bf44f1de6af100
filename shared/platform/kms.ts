import { Defect } from '../core/errors.ts';
import { required } from './configuration.ts';
import { once } from './once.ts';
import { CLIENT_TIMEOUTS } from './timeouts.ts';

/** Loaded for the first secret: most invocations seal and open none. */
const kms = once(async () => {
  const library = await import('@aws-sdk/client-kms');
  return { ...library, client: new library.KMSClient(CLIENT_TIMEOUTS) };
});

/** Authenticated together with the key and written to CloudTrail in plain text: ids, never contents. */
export type EncryptionContext = Record<string, string>;

/** A key for one use: `plain` to work with, `sealed` to keep beside what was encrypted with it. */
export const newDataKey = async (context: EncryptionContext): Promise<{ plain: Uint8Array; sealed: Uint8Array }> => {
  const { client, GenerateDataKeyCommand } = await kms();
  const answer = await client.send(
    new GenerateDataKeyCommand({ KeyId: required('dataKey'), KeySpec: 'AES_256', EncryptionContext: context }),
  );
  if (!answer.Plaintext || !answer.CiphertextBlob) throw new Defect('KMS answered without the key it generated.');
  return { plain: answer.Plaintext, sealed: answer.CiphertextBlob };
};

/** Opens a sealed key. KMS refuses when the context is not the one it was made under. */
export const openDataKey = async (sealed: Uint8Array, context: EncryptionContext): Promise<Uint8Array> => {
  const { client, DecryptCommand } = await kms();
  const answer = await client.send(
    new DecryptCommand({ KeyId: required('dataKey'), CiphertextBlob: sealed, EncryptionContext: context }),
  );
  if (!answer.Plaintext) throw new Defect('KMS answered without the key it decrypted.');
  return answer.Plaintext;
};
