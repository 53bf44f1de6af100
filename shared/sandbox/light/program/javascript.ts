/**
 * What scripts of Node expect to find and the engine lacks: timers, a few globals, and the interpreter's name before the script's in `process.argv`. Time does not pass while a script waits: of
 * what waits, the earliest runs as soon as nothing else is to be done, and no clock moves. Whoever measures time measures none.
 */
export const javaScriptGlobals = `(() => {
  if (globalThis.process?.argv) process.argv.unshift('node');
  const timers = new Map();
  let last = 0, now = 0, pumping = false;
  const settle = async () => { for (let turn = 0; turn < 100; turn += 1) await undefined; };
  const pump = async () => {
    pumping = true;
    await settle();
    while (timers.size > 0) {
      const [id, timer] = [...timers].reduce((one, other) => (other[1].at < one[1].at ? other : one));
      now = timer.at;
      if (timer.every === undefined) timers.delete(id); else timer.at += timer.every;
      timer.run();
      await settle();
    }
    pumping = false;
  };
  const add = (call, delay, args, repeats) => {
    const wait = Math.max(1, Number(delay) || 0);
    const id = ++last;
    timers.set(id, { at: now + wait, every: repeats ? wait : undefined, run: () => call(...args) });
    if (!pumping) pump();
    const handle = { id, ref: () => handle, unref: () => handle, hasRef: () => true, [Symbol.toPrimitive]: () => id };
    return handle;
  };
  const remove = (handle) => { timers.delete(typeof handle === 'object' && handle ? handle.id : handle); };
  const define = (name, value) => { if (globalThis[name] === undefined) globalThis[name] = value; };
  define('setTimeout', (call, delay, ...args) => add(call, delay, args, false));
  define('setInterval', (call, delay, ...args) => add(call, delay, args, true));
  define('setImmediate', (call, ...args) => add(call, 0, args, false));
  define('clearTimeout', remove);
  define('clearInterval', remove);
  define('clearImmediate', remove);
  define('performance', { now: () => now });
  define('structuredClone', (value) => {
    const copies = new Map();
    const copy = (one) => {
      if (typeof one === 'function' || typeof one === 'symbol') throw new TypeError('It cannot be cloned.');
      if (typeof one !== 'object' || one === null) return one;
      if (copies.has(one)) return copies.get(one);
      if (one instanceof Date) return new Date(one.getTime());
      if (ArrayBuffer.isView(one)) return one.slice();
      const made = Array.isArray(one) ? [] : one instanceof Map ? new Map() : one instanceof Set ? new Set() : {};
      copies.set(one, made);
      if (made instanceof Map) for (const [key, entry] of one) made.set(copy(key), copy(entry));
      else if (made instanceof Set) for (const entry of one) made.add(copy(entry));
      else for (const key of Object.keys(one)) made[key] = copy(one[key]);
      return made;
    };
    return copy(value);
  });
  const assert = globalThis.require?.('assert');
  if (assert && !assert.rejects) {
    assert.rejects = async (work, ...expected) => {
      let failure;
      try { await (typeof work === 'function' ? work() : work); } catch (error) { failure = { error }; }
      assert.throws(() => { if (failure) throw failure.error; }, ...expected);
    };
    assert.match = (text, pattern, message) => assert.ok(pattern.test(text), message ?? text + ' does not match ' + pattern);
    assert.doesNotMatch = (text, pattern, message) => assert.ok(!pattern.test(text), message ?? text + ' matches ' + pattern);
    assert.strict = assert;
    for (const [name, check] of Object.entries(assert)) {
      if (typeof check !== 'function' || check === assert) continue;
      const cleaned = (error) => {
        if (error?.stack) error.stack = error.stack.split('\\n').filter((line) => !/<compat>|bootstrap\\.js/.test(line)).join('\\n');
        return error;
      };
      assert[name] = (...args) => {
        try {
          const result = check(...args);
          return result?.then ? result.then(undefined, (error) => { throw cleaned(error); }) : result;
        } catch (error) { throw cleaned(error); }
      };
    }
  }
  define('TextEncoder', class TextEncoder { encode(text = '') { return new Uint8Array(Buffer.from(String(text), 'utf8')); } });
  define('TextDecoder', class TextDecoder { decode(bytes = new Uint8Array()) { return Buffer.from(bytes).toString('utf8'); } });
})();`;
