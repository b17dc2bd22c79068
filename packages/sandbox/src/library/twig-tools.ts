/**
 * Evaluated behind Twig in its context. It leaves one global, `renderTemplate(text, names)`, and makes of Twig what a
 * stack means by it: names may begin with `$`; a member is an own member, so that no template reaches a constructor; no
 * template loads another; nothing makes code of a text; `~` trims a line and `json_encode` escapes slashes and what is not
 * ASCII, as PHP does. Values are written as they are (the corpus relies on it): a template escapes what it must with `|e`.
 */
export const twigTools = String.raw`(() => {
  'use strict';
  const { extend, twig } = globalThis.Twig;
  delete globalThis.Twig;
  const own = (object, key) =>
    object !== null && object !== undefined && Object.prototype.hasOwnProperty.call(object, key);
  const ownOnly = { has: own, get: (object, key) => (own(object, key) ? object[key] : undefined) };
  const plain = (object) => typeof object === 'object' && object !== null;
  extend((Twig) => {
    const { handler, type } = Twig.expression;
    handler[type.variable].regex = /^[$a-zA-Z_][$\w]*/;
    const period = handler[type.key.period];
    period.regex = /^\.(\$?\w+)/;
    const read = period.parse;
    period.parse = function (token, stack, context, next) {
      const at = stack.length - 1;
      if (!plain(stack[at]) || !own(stack[at], token.key)) stack[at] = undefined;
      return read.call(this, token, stack, context, next);
    };
    const brackets = handler[type.key.brackets];
    const readAt = brackets.parse;
    brackets.parse = function (token, stack, context, next) {
      const at = stack.length - 1;
      stack[at] = plain(stack[at]) ? new Proxy(stack[at], ownOnly) : null;
      return readAt.call(this, token, stack, context, next);
    };
    Twig.functions.attribute = (object, key) => (plain(object) && own(object, key) ? object[key] : undefined);
    for (const table of [Twig.functions, Twig.filters, Twig.tests]) Object.setPrototypeOf(table, null);
    const encode = Twig.filters.json_encode;
    const escaped = (sign) => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0');
    // It calls itself by its name for what is inside.
    Twig.filters.json_encode = (value, params) => {
      const own = Twig.filters.json_encode;
      Twig.filters.json_encode = encode;
      try {
        return encode(value, params).replaceAll('/', '\\/').replace(/[^\0-\x7f]/g, escaped);
      } finally {
        Twig.filters.json_encode = own;
      }
    };
    Twig.functions.source = () => {
      throw new Twig.Error('a template cannot read another one');
    };
  });
  for (const made of [function () {}, async function () {}, function* () {}, async function* () {}]) {
    Object.defineProperty(Object.getPrototypeOf(made), 'constructor', { value: undefined });
  }
  delete globalThis.Function;
  delete globalThis.eval;
  const trimLine = (text) => text.replace(/[ \t]*(\{[{%#])~/g, '$1').replace(/~([}%#]\})[ \t]*/g, '$1');
  const render = (text, names) =>
    String(twig({ data: trimLine(text), rethrow: true }).render(Object.assign(Object.create(null), names)));
  Object.defineProperty(globalThis, 'renderTemplate', { value: render, enumerable: false });
})()`
