/** A figure or a log line for whoever reads a test's output; the reporter shows it when the test fails. */
export const say = (text: string): void => console.info(text);
