export {
  listProviderKeys,
  openProviderKey,
  type ProviderKey,
  removeProviderKey,
  storeProviderKey,
} from './provider-keys.ts';
export { type Sealed, seal, sealWith, unseal, unsealWith } from './seal.ts';
export {
  listSecrets,
  MAX_SECRETS,
  readSecret,
  removeSecret,
  type Secret,
  secretNameSchema,
  secretSchema,
  secretValueSchema,
  storeSecret,
} from './secrets.ts';
