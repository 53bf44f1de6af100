/** Milliseconds before a stream that has ended is opened again: it ends where nothing happens for a while, as while a person decides. */
const PAUSE = 1_500;

const wait = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

type Following<Event> = {
  /** Takes what the log tells; `true`: that was the end. */
  hear: (event: Event) => boolean;
  /** Of what is over the log is read once: it may not tell of the end any more. */
  isOver: () => boolean;
  stop: AbortSignal;
};

/** Reads a log whose stream ends from time to time, until it has told of the end, or has nothing more to tell. */
export const followLog = async <Event>(
  open: () => AsyncIterable<Event>,
  { hear, isOver, stop }: Following<Event>,
): Promise<void> => {
  while (!stop.aborted) {
    const wasOver = isOver();
    for await (const event of open()) if (hear(event)) return;
    if (wasOver) return;
    await wait(PAUSE, stop);
  }
};
