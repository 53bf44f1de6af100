/**
 * Stands in bundles for `ajv` and its formats, which the MCP client imports for a default validator that is never created here:
 * ours is given another one. Together they would be a seventh of the agent worker's bundle.
 */
class NoAjv {
  constructor() {
    throw new Error('Schemas are checked with @cfworker/json-schema; ajv is not part of a bundle.');
  }
}

export { NoAjv as default };
