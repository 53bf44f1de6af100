/** Creates a value at first use and keeps it: one SDK client per container, and none on a path that never needs it. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
