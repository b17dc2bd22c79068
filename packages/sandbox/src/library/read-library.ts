import { readFileSync } from 'node:fs'
import { createRequire as requireFrom } from 'node:module'
import type { LambdaLibrary } from '@cairn/statements'
import { twigTools } from './twig-tools.ts'

const packages = requireFrom(import.meta.url)

/** Each library's file, made to run in an engine without modules, and the code of ours that stands behind it. */
const libraries: Record<LambdaLibrary, { file: string; tools: string }> = {
  twig: { file: 'twig/twig.min.js', tools: twigTools },
}

const texts = new Map<LambdaLibrary, string>()

/** What a fresh context evaluates before the code of a job that uses a library. Read once a process. */
export function readLibrary(name: LambdaLibrary): string {
  const known = texts.get(name)
  if (known !== undefined) return known
  const { file, tools } = libraries[name]
  const text = `(() => { var self = globalThis;\n${readFileSync(packages.resolve(file), 'utf8')}\n})();\n${tools}`
  texts.set(name, text)
  return text
}
