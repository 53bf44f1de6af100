/**
 * Stands in bundles for what the MCP client takes from its platform: a default validator, which brings `ajv` and which is never
 * created here: ours is given another one. It would be a tenth of the agent worker's bundle.
 */
class NoAjv {
  constructor() {
    throw new Error('Schemas are checked with @cfworker/json-schema; ajv is not part of a bundle.');
  }
}

/** As in the client's own for Node: nothing here is a browser. */
export const CORS_IS_POSSIBLE = false;
export { NoAjv as DefaultJsonSchemaValidator };
