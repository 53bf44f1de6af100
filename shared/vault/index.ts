export { type Sealed, seal, sealWith, unseal, unsealWith } from './seal.ts';
export {
  listSecrets,
  MAX_SECRETS,
  readSecret,
  removeSecret,
  SECRET_PREFIX,
  type Secret,
  secretNameSchema,
  secretSchema,
  secretValueSchema,
  storeSecret,
} from './secrets.ts';
