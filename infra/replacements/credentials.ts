import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in bundles for the AWS SDK's chain of sources of credentials (files, SSO, processes, web identities, instance
 * metadata). A function's environment always holds them, and a function looks nowhere else. The chain loads its links by
 * `import()`, and a bundle in one file keeps all of what such a module can reach: it would be a tenth of every function.
 */
export const defaultProvider = fromEnv;
