import type { testRoutes } from '@cairn/contract'
import type { Handlers } from '../handlers.ts'
import { Refusal } from '../refusal.ts'

const nothing = { ran: 0, of: 0 }

export const testHandlers: Pick<Handlers, keyof typeof testRoutes> = {
  async runTests({ store, serving }, { input: { workspace, object, source } }) {
    const { branch, published } = await store.object(workspace, object)
    const text = source ?? published
    if (text === null) throw new Refusal(409, 'never_published', 'Nothing of this is published yet. Test the draft.')
    const { model, item, diagnostics } = await store.modelWith(workspace, object, text)
    if (item === null || diagnostics.some(({ severity }) => severity === 'error')) {
      const coverage = { statements: nothing, branches: nothing, places: [] }
      return { diagnostics, tests: [], seconds: 0, coverage }
    }
    const { results, seconds, coverage } = await serving.test(workspace, { model, item, branch })
    const tests = results.map(({ object: within, own, kind, name, status, message }) => {
      return { object: within, own, kind, name, status, message }
    })
    const places = coverage.places.map(({ address, tests: by, clause }) => ({ address, tests: by, clause }))
    return { diagnostics, tests, seconds, coverage: { ...coverage, places } }
  },
}
