import { randomBytes } from 'node:crypto';
import { attributeOf } from '../../template/identity.ts';
import type { Resource } from '../../template/resource.ts';
import type { Authorizer } from '../iam/authorizer.ts';
import { type Input, type JsonAction, jsonService } from '../protocol/json-service.ts';
import { type Service, ServiceError } from '../protocol/service.ts';
import { type MasterKey, Unsealable } from './key-file.ts';

const KEY_LENGTHS: Record<string, number> = { AES_128: 16, AES_256: 32 };

/** KMS over the symmetric keys of the template: Encrypt, Decrypt, GenerateDataKey, with the encryption context authenticated. */
export function keyService(resources: Resource[], masterKey: MasterKey, authorizer: Authorizer): Service {
  const arns = resources.filter((one) => one.type === 'AWS::KMS::Key').map((key) => attributeOf(key, 'Arn'));
  const keyOf = (id: unknown): string => {
    const arn = arns.find((one) => one === id || one.endsWith(`/${id}`));
    if (!arn) throw new ServiceError('NotFoundException', `Key '${id}' does not exist`);
    return arn;
  };
  const seal = (arn: string, plain: Uint8Array, input: Input): string =>
    join(arn, masterKey.seal(arn, plain, contextOf(input))).toString('base64');
  const on = (name: string, arnOf: (input: Input) => string, run: JsonAction['run']): JsonAction => ({
    access: (input) => ({ action: `kms:${name}`, resource: arnOf(input), context: contextKeys(input) }),
    run,
  });
  const dataKey = (input: Input) => {
    const KeyId = keyOf(input.KeyId);
    const length = Number(input.NumberOfBytes ?? KEY_LENGTHS[String(input.KeySpec)]);
    if (!(length >= 1 && length <= 1024))
      throw new ServiceError('ValidationException', 'KeySpec or NumberOfBytes is needed');
    const plain = randomBytes(length);
    return { KeyId, Plaintext: plain.toString('base64'), CiphertextBlob: seal(KeyId, plain, input) };
  };
  const actions: Record<string, JsonAction> = {
    Encrypt: on(
      'Encrypt',
      (input) => keyOf(input.KeyId),
      (input) => {
        const KeyId = keyOf(input.KeyId);
        const CiphertextBlob = seal(KeyId, Buffer.from(String(input.Plaintext), 'base64'), input);
        return { KeyId, CiphertextBlob, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      },
    ),
    Decrypt: on(
      'Decrypt',
      (input) => keyOf(split(input).arn),
      (input) => {
        const { arn, sealed } = split(input);
        const Plaintext = unseal(masterKey, arn, { sealed, context: contextOf(input) }).toString('base64');
        return { KeyId: arn, Plaintext, EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
      },
    ),
    GenerateDataKey: on('GenerateDataKey', (input) => keyOf(input.KeyId), dataKey),
    GenerateDataKeyWithoutPlaintext: on(
      'GenerateDataKeyWithoutPlaintext',
      (input) => keyOf(input.KeyId),
      (input) => ({ ...dataKey(input), Plaintext: undefined }),
    ),
  };
  return jsonService({ version: '1.1', authorizer, actions, deniedCode: 'AccessDeniedException' });
}

/** A blob names its key: two bytes of length, the ARN, what was sealed. */
function join(arn: string, sealed: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(arn.length);
  return Buffer.concat([length, Buffer.from(arn), sealed]);
}

function split(input: Input): { arn: string; sealed: Buffer } {
  const blob = Buffer.from(String(input.CiphertextBlob), 'base64');
  if (blob.byteLength < 2) throw new ServiceError('InvalidCiphertextException', 'the ciphertext is malformed');
  const end = 2 + blob.readUInt16BE();
  return { arn: blob.subarray(2, end).toString(), sealed: blob.subarray(end) };
}

function unseal(masterKey: MasterKey, arn: string, { sealed, context }: { sealed: Buffer; context: string }): Buffer {
  try {
    return masterKey.unseal(arn, sealed, context);
  } catch (error) {
    if (error instanceof Unsealable) throw new ServiceError('InvalidCiphertextException', error.message);
    throw error;
  }
}

/** The encryption context in one spelling, whatever the order of its keys. */
function contextOf(input: Input): string {
  return JSON.stringify(Object.entries((input.EncryptionContext ?? {}) as Record<string, string>).sort());
}

function contextKeys(input: Input): Record<string, string[]> {
  const entries = Object.entries((input.EncryptionContext ?? {}) as Record<string, string>);
  const each = entries.map(([key, value]) => [`kms:EncryptionContext:${key}`, [value]]);
  return { ...Object.fromEntries(each), 'kms:EncryptionContextKeys': entries.map(([key]) => key) };
}
