/** The lines of a stream of UTF-8 text, wherever its chunks are cut. A last line without an end was cut off, and is left out. */
export async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line !== '');
    }
  } finally {
    // Ends the connection where the reader has seen enough; it has ended already where the stream did.
    await reader.cancel().catch(() => undefined);
  }
}
