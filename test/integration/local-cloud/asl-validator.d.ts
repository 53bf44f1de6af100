declare module 'asl-validator' {
  type Verdict = { isValid: boolean; errorsText: (separator?: string) => string };

  /** Checks a definition against the JSON schemas of the states language, its paths and ARNs included. */
  const validate: (definition: unknown) => Verdict;
  export = validate;
}
