/** Globals of browsers and Deno that lambdas written for Xano use. */
const names = ['URL', 'URLSearchParams', 'atob', 'btoa', 'TextEncoder', 'TextDecoder', 'structuredClone', 'crypto']
const named = new RegExp(`\\b(${names.join('|')})\\b`)

/** Whether code may want them: they cost a millisecond to set up. */
export function wantsWeb(code: string): boolean {
  return named.test(code)
}

/**
 * Evaluated in the context, a function of `host(name, text)` that defines the globals there. They are classes of the
 * sandbox's own: what they ask of the host are texts, and no code outside of here gets hold of `host`.
 */
export const webTools = String.raw`((host) => {
  'use strict';
  const { parse, stringify } = JSON, text = String, define = Object.defineProperty, global = globalThis;
  const ask = (name, given, Failure = TypeError) => {
    const answer = host(name, stringify(given));
    if (answer[0] === '!') throw new Failure(answer.slice(1));
    return parse(answer.slice(1));
  };
  const hidden = (name, value) => define(global, name, { value, writable: true, configurable: true, enumerable: false });
  const bytesOf = (latin) => Uint8Array.from(latin, (sign) => sign.charCodeAt(0));
  const latinOf = (bytes) => {
    let latin = '';
    for (let at = 0; at < bytes.length; at += 4096) latin += text.fromCharCode(...bytes.subarray(at, at + 4096));
    return latin;
  };
  const viewOf = (data) => data instanceof ArrayBuffer
    ? new Uint8Array(data) : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);

  let replaceSearch = null;
  class URLSearchParams {
    #pairs = [];
    #changed = null;
    constructor(init = '') {
      if (init instanceof URLSearchParams) this.#pairs = [...init];
      else if (typeof init !== 'object' || init === null) this.#pairs = parse(ask('read-query', text(init)));
      else if (typeof init[Symbol.iterator] === 'function') {
        for (const pair of init) {
          if ([...pair].length !== 2) throw new TypeError('Each query pair must be an iterable [name, value] tuple');
          this.append(...pair);
        }
      } else for (const name of Object.keys(init)) this.append(name, init[name]);
    }
    static {
      replaceSearch = (params, search, changed) => {
        params.#pairs = parse(ask('read-query', search));
        params.#changed = changed;
      };
    }
    #change(pairs) { this.#pairs = pairs; this.#changed?.(this.toString()); }
    get size() { return this.#pairs.length; }
    append(name, value) { this.#change([...this.#pairs, [text(name), text(value)]]); }
    delete(name, value) {
      this.#change(this.#pairs.filter(([key, other]) => key !== text(name) || (value !== undefined && other !== text(value))));
    }
    get(name) { return this.#pairs.find(([key]) => key === text(name))?.[1] ?? null; }
    getAll(name) { return this.#pairs.filter(([key]) => key === text(name)).map(([, value]) => value); }
    has(name, value) {
      return this.#pairs.some(([key, other]) => key === text(name) && (value === undefined || other === text(value)));
    }
    set(name, value) {
      const at = this.#pairs.findIndex(([key]) => key === text(name));
      if (at < 0) return this.append(name, value);
      this.#change(this.#pairs.filter(([key], index) => key !== text(name) || index === at)
        .map((pair, index) => (index === at ? [text(name), text(value)] : pair)));
    }
    sort() { this.#change(this.#pairs.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))); }
    forEach(call, self) { for (const [name, value] of this.#pairs) call.call(self, value, name, this); }
    *entries() { for (const [name, value] of this.#pairs) yield [name, value]; }
    *keys() { for (const [name] of this.#pairs) yield name; }
    *values() { for (const [, value] of this.#pairs) yield value; }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return ask('write-query', stringify(this.#pairs)); }
    get [Symbol.toStringTag]() { return 'URLSearchParams'; }
  }

  class URL {
    #parts;
    #params = new URLSearchParams();
    constructor(href, base) {
      this.#take(ask('url', stringify(base === undefined ? [text(href)] : [text(href), text(base)])));
    }
    static canParse(href, base) {
      try { return new URL(href, base) instanceof URL; } catch { return false; }
    }
    static parse(href, base) {
      try { return new URL(href, base); } catch { return null; }
    }
    #take(json) {
      this.#parts = parse(json);
      replaceSearch(this.#params, this.#parts.search, (query) => {
        this.#parts = parse(ask('url-set', stringify([this.#parts.href, 'search', query])));
      });
    }
    static {
      for (const part of ['href', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'hash']) {
        define(this.prototype, part, {
          get() { return this.#parts[part]; },
          set(value) {
            this.#take(part === 'href' ? ask('url', stringify([text(value)]))
              : ask('url-set', stringify([this.#parts.href, part, text(value)])));
          },
          enumerable: true, configurable: true,
        });
      }
    }
    get origin() { return this.#parts.origin; }
    get searchParams() { return this.#params; }
    toString() { return this.#parts.href; }
    toJSON() { return this.#parts.href; }
    get [Symbol.toStringTag]() { return 'URL'; }
  }

  class TextEncoder {
    get encoding() { return 'utf-8'; }
    encode(given = '') { return bytesOf(ask('encode', text(given))); }
    encodeInto(given, into) {
      const bytes = this.encode(given).subarray(0, into.length);
      into.set(bytes);
      return { read: text(given).length, written: bytes.length };
    }
  }
  class TextDecoder {
    #label; #fatal; #ignoreBOM;
    constructor(label = 'utf-8', { fatal = false, ignoreBOM = false } = {}) {
      this.#label = ask('decode-label', text(label), RangeError);
      [this.#fatal, this.#ignoreBOM] = [!!fatal, !!ignoreBOM];
    }
    get encoding() { return this.#label; }
    get fatal() { return this.#fatal; }
    get ignoreBOM() { return this.#ignoreBOM; }
    decode(data = new Uint8Array()) {
      return ask('decode', stringify([latinOf(viewOf(data)), this.#label, this.#fatal, this.#ignoreBOM]));
    }
  }

  const copy = (value, seen) => {
    if (typeof value === 'function' || typeof value === 'symbol') throw failure('DataCloneError', 'could not be cloned');
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return seen.get(value);
    const keep = (made) => (seen.set(value, made), made);
    if (value instanceof Date) return keep(new Date(value.getTime()));
    if (value instanceof RegExp) return keep(new RegExp(value.source, value.flags));
    if (value instanceof ArrayBuffer) return keep(value.slice(0));
    if (ArrayBuffer.isView(value)) return keep(value.slice());
    if (value instanceof Map) {
      const made = keep(new Map());
      for (const [key, inner] of value) made.set(copy(key, seen), copy(inner, seen));
      return made;
    }
    if (value instanceof Set) {
      const made = keep(new Set());
      for (const inner of value) made.add(copy(inner, seen));
      return made;
    }
    if (value instanceof Error) {
      const made = keep(new (typeof global[value.name] === 'function' ? global[value.name] : Error)(value.message));
      return made;
    }
    const made = keep(Array.isArray(value) ? new Array(value.length) : {});
    for (const key of Object.keys(value)) define(made, key, {
      value: copy(value[key], seen), writable: true, enumerable: true, configurable: true,
    });
    return made;
  };
  const failure = (name, message) => Object.assign(new Error(message), { name });

  hidden('URL', URL);
  hidden('URLSearchParams', URLSearchParams);
  hidden('TextEncoder', TextEncoder);
  hidden('TextDecoder', TextDecoder);
  hidden('atob', (given) => ask('atob', text(given), Error));
  hidden('btoa', (given) => ask('btoa', text(given), Error));
  hidden('structuredClone', (value) => copy(value, new Map()));
  hidden('crypto', {
    randomUUID: () => ask('uuid', ''),
    getRandomValues: (array) => {
      if (!ArrayBuffer.isView(array) || array instanceof Float32Array || array instanceof Float64Array || array instanceof DataView) {
        throw failure('TypeMismatchError', 'getRandomValues takes an array of integers');
      }
      if (array.byteLength > 65536) throw failure('QuotaExceededError', 'getRandomValues gives at most 65536 bytes');
      viewOf(array).set(bytesOf(ask('random', text(array.byteLength))));
      return array;
    },
  });
})`
