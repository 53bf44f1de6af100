/** The parts of dynalite that are used: its descriptions of the requests, and its checks of keys. It ships no types. */
declare module 'dynalite/validations/index.js' {
  const validations: {
    checkTypes(data: object, types: object): Record<string, unknown>;
    checkValidations(data: object, types: object, custom?: unknown, store?: unknown): void;
    validateExpressions(data: object): string | undefined;
    validateAttributeValue(value: object): string | undefined;
  };
  export = validations;
}

declare module 'dynalite/db/index.js' {
  type Failure = (Error & { body: object }) | null | undefined;
  const db: {
    validateKey(key: object, table: object): Failure;
    validateItem(item: object, table: object): Failure;
    validateUpdates(legacy: undefined, updates: object | undefined, table: object): Failure;
    validateKeyPaths(nestedPaths: object | undefined, table: object): Failure;
  };
  export = db;
}

declare module 'dynalite/validations/*' {
  const operation: {
    types: Record<string, object | string>;
    custom?: (data: object, store: object) => string | undefined;
  };
  export = operation;
}
