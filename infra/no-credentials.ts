/**
 * Stands in bundles for the AWS SDK's other sources of credentials (files, SSO, processes, web identities). The SDK loads
 * them only when the environment holds none, and a function's always does; they would be a tenth of every bundle.
 */
throw new Error('The environment holds no AWS credentials (AWS_ACCESS_KEY_ID), and a function looks nowhere else.');

export {};
