/**
 * Evaluated before the user's code in each fresh context. It keeps what it needs of the language before the code can
 * change it; yet nothing depends on that: what comes out is read as untrusted text.
 *
 * Answers `[start, nextTimer, fireTimer, logs]`. `start(main, data)` is a promise of JSON: `{"results": […]}`, or
 * `{"failure": {…}}` for what the code threw.
 */
export const prelude = `(() => {
  'use strict';
  const { parse, stringify } = JSON;
  const text = String, isList = Array.isArray, global = globalThis, define = Object.defineProperty;
  const logs = [];
  let logged = 0;
  const show = (value) => {
    if (typeof value === 'string') return value;
    try {
      if (value instanceof Error) return value.name + ': ' + value.message;
      return stringify(value) ?? text(value);
    } catch { return text(value); }
  };
  const log = (...values) => {
    if (logs.length >= 100 || logged >= 20000) return;
    const line = values.map(show).join(' ').slice(0, 2000);
    logged += line.length;
    logs.push(line);
  };
  const hidden = (name, value) => define(global, name, { value, writable: true, configurable: true, enumerable: false });
  hidden('console', { log, info: log, warn: log, error: log, debug: log, trace: log });
  for (const name of ['SharedArrayBuffer', 'Atomics', 'WebAssembly', 'FinalizationRegistry', 'WeakRef']) delete global[name];

  let timers = [], lastTimer = 0, clock = 0;
  const addTimer = (run, delay, every, args) => {
    const wait = Number(delay) > 0 ? Math.min(Number(delay), 2147483647) : 0;
    timers.push({ id: ++lastTimer, at: clock + wait, run, every: every ? Math.max(wait, 1) : null, args });
    return lastTimer;
  };
  const dropTimer = (id) => { timers = timers.filter((timer) => timer.id !== id); };
  hidden('setTimeout', (run, delay, ...args) => addTimer(run, delay, false, args));
  hidden('setInterval', (run, delay, ...args) => addTimer(run, delay, true, args));
  hidden('clearTimeout', dropTimer);
  hidden('clearInterval', dropTimer);
  hidden('queueMicrotask', (run) => { Promise.resolve().then(run); });
  const first = () => timers.reduce((found, timer) => (found === null || timer.at < found.at ? timer : found), null);
  const nextTimer = () => { const timer = first(); return timer === null ? -1 : Math.max(0, timer.at - clock); };
  const fireTimer = () => {
    const timer = first();
    clock = Math.max(clock, timer.at);
    if (timer.every === null) dropTimer(timer.id); else timer.at = clock + timer.every;
    timer.run(...timer.args);
  };

  const call = async (main, { each }) => {
    if (each === null) return [await main()];
    const { list, carry, initial, stopAt } = each;
    const results = [];
    let result = initial;
    for (let index = 0; index < list.length; index++) {
      global.$this = list[index]; global.$index = index; global.$parent = list;
      if (carry) global.$result = result;
      result = await main();
      if (!carry) results[index] = result;
      if (stopAt === 'true' ? result : stopAt === 'false' && !result) break;
    }
    return carry ? [result] : results;
  };
  const failure = (kind, thrown) => {
    const known = typeof thrown === 'object' && thrown !== null;
    const message = known && 'message' in thrown ? thrown.message : show(thrown);
    return stringify({ failure: {
      kind, message: text(message).slice(0, 2000), name: known ? text(thrown.name) : '', stack: known ? text(thrown.stack) : '',
    } });
  };
  const start = async (main, json) => {
    const data = parse(json);
    for (const name in data.names) global[name] = data.names[name];
    let results;
    try { results = await call(main, data); } catch (thrown) { return failure('error', thrown); }
    try { return stringify({ results }); } catch (thrown) { return failure('result', thrown); }
  };
  return [start, nextTimer, fireTimer, logs];
})()`
