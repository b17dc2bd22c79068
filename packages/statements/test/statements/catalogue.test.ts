import { describe, expect, test } from 'vitest'
import { catalogue, type StatementModule } from '../../src/index.ts'

const modules: [string, StatementModule][] = [...catalogue]

describe('every statement', () => {
  test.each(modules)('%s behaves in one way, or says that it does not yet', (_, module) => {
    const behaviours = [module.emit, module.run, module.prepare].filter((behaviour) => behaviour !== undefined)
    expect(behaviours).toHaveLength(module.definition.unavailable === undefined ? 1 : 0)
    expect(module.runPlan === undefined).toBe(module.prepare === undefined)
  })

  test.each(modules)('%s is described in sentences', (_, { definition }) => {
    const texts = Object.values(definition.args).flatMap(({ label, help }) => [label, help])
    for (const text of [definition.label, definition.icon, ...texts]) expect(text).not.toBe('')
    expect(definition.help).toMatch(/^[A-Z].*\.$/s)
  })

  test.each(modules)('%s has defaults of the words that may be chosen', (_, { definition }) => {
    const chosen = Object.values(definition.args).filter(({ kind }) => kind === 'choice')
    for (const { values, default: fallback } of chosen) expect(values).toContain(fallback)
  })
})
