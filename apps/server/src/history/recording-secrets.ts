import { isHash } from '@cairn/auth'
import type { FieldDefinition } from '@cairn/language'
import type { Lane } from '@cairn/runtime'
import { isObject, type Value } from '@cairn/statements'
import { inputSecrets, leaves } from './find-secrets.ts'
import type { RequestFacts } from './request-facts.ts'
import { isSecretName } from './secret-name.ts'

/** What these ports take and give are passwords, tokens and keys, whatever they are called. */
const secretArguments = new Set(['auth.hashPassword', 'auth.checkPassword'])
const secretAnswers = new Set(['auth.createToken', 'auth.hashPassword', 'random.made'])
/** Longest text that is looked into for JSON. */
const mostJson = 1_000_000

/** Everything that a recording may not hold, not even sealed: passwords and their hashes, tokens, sensitive inputs. */
export function* recordingSecrets(
  facts: RequestFacts,
  lane: Lane,
  fields: readonly FieldDefinition[],
): Generator<string | number> {
  if (facts.authToken !== null) yield facts.authToken
  for (const [name, value] of [...Object.entries(facts.headers), ...facts.sentHeaders]) {
    if (isSecretName(name)) yield* headerSecrets(value)
  }
  for (const input of [facts.rawInput, facts.fields]) yield* inputSecrets(input, fields)
  yield* valueSecrets(facts.result)
  yield* laneSecrets(lane)
}

function* laneSecrets(lane: Lane): Generator<string | number> {
  for (const { call, args, outcome } of lane.calls) {
    if (secretArguments.has(call)) for (const arg of args) if (typeof arg === 'string') yield arg
    if (outcome.kind !== 'value') continue
    if (secretAnswers.has(call)) yield* leaves(outcome.value as Value)
    else yield* valueSecrets(outcome.value)
  }
  for (const beside of lane.beside) yield* laneSecrets(beside)
}

/** Hashes of passwords, and what a telling name says is a secret; also inside JSON that came as bytes. */
export function* valueSecrets(value: unknown): Generator<string | number> {
  if (typeof value === 'string') {
    if (isHash(value)) yield value
  } else if (Array.isArray(value)) for (const item of value) yield* valueSecrets(item)
  else if (value instanceof Uint8Array) yield* valueSecrets(jsonOf(value))
  else if (isObject(value as Value)) {
    for (const [name, inner] of Object.entries(value as object)) {
      if (isSecretName(name)) yield* leaves(inner as Value)
      else yield* valueSecrets(inner)
    }
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength > mostJson || (bytes[0] !== 0x7b && bytes[0] !== 0x5b)) return null
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as unknown
  } catch {
    return null
  }
}

/** `Bearer x` and `a=x; Path=/`: the whole and what stands in it. */
function* headerSecrets(value: string): Generator<string> {
  yield value
  for (const part of value.split(/[\s;,]+/)) {
    yield part
    const equals = part.indexOf('=')
    if (equals !== -1) yield part.slice(equals + 1)
  }
}
