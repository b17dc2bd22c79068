import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { FieldDefinition } from '@cairn/language'
import type { EnvPort } from '@cairn/statements'
import { fits, keepRecording, readRecording, TooLarge, type KeptRecording, type Lane } from '@cairn/runtime'
import { environmentMarks, readMarks } from './environment-marks.ts'
import { Masker } from './masker.ts'
import { recordingSecrets } from './recording-secrets.ts'
import type { RequestFacts } from './request-facts.ts'
import { standIn } from './stand-in.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Characters of JSON that a recording may have. */
const room = 2_000_000
/** Bytes that one expands to at most, escapes included. */
const mostExpanded = 20_000_000

/** A request as its history gives it back. */
export interface Recording extends KeptRecording {
  facts: RequestFacts
}

/** A recording for the store, without secrets; null for one that is too large. */
export async function makeRecording(
  facts: RequestFacts,
  lane: Lane,
  { fields, env }: { fields: readonly FieldDefinition[]; env: EnvPort },
): Promise<Uint8Array | null> {
  // Looked at first: all that follows goes through all of it.
  if (!fits([facts, lane], room)) return null
  try {
    const marks = environmentMarks(env)
    const secrets = [...marks.keys(), ...recordingSecrets(facts, lane, fields)]
    const masker = new Masker(secrets, (secret) => marks.get(secret) ?? standIn(secret))
    const hidden = new Set(marks.values())
    const shown = { ...facts, hidden: masker.standIns.filter((one) => !hidden.has(String(one))) }
    return await compress(keepRecording(shown, lane, room, (value) => masker.value(value)))
  } catch (error) {
    if (error instanceof TooLarge || error instanceof RangeError) return null
    throw error
  }
}

/** What `makeRecording` made; variables of the environment are those of now. */
export async function openRecording(content: Uint8Array, env: EnvPort): Promise<Recording> {
  const text = await expand(content, { maxOutputLength: mostExpanded })
  const { facts, lane } = readRecording(text.toString()) as Recording
  const variables = readMarks(env)
  return { facts: variables.value(facts), lane: variables.value(lane) }
}
