import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './root.mjs'
import { contentMark, listFiles, quickMark } from './sources.mjs'

/**
 * One step of the set-up. It is current while its `sources` are what they were when it last ran and `makes` is there;
 * the mark is kept in `stamp`, inside what the step makes, so that deleting that deletes the mark.
 */
export function step({ label, sources, makes, stamp, run }) {
  const stampPath = join(root, stamp)
  const files = () => listFiles(sources)

  const isCurrent = () => {
    if (!existsSync(join(root, makes)) || !existsSync(stampPath)) return false
    const [quick, content] = readFileSync(stampPath, 'utf8').split('\n')
    const now = files()
    if (quickMark(now) === quick) return true
    if (contentMark(now) !== content) return false
    markCurrent()
    return true
  }
  const markCurrent = () => {
    const now = files()
    mkdirSync(dirname(stampPath), { recursive: true })
    writeFileSync(stampPath, `${quickMark(now)}\n${contentMark(now)}\n`)
  }
  return { label, isCurrent, markCurrent, run }
}
