'use client'
import { Alert, Button, Spinner } from '@cairn/ui'
import { explain } from '../../api.ts'
import { countsOf, TestList } from '../tests/test-list.tsx'
import type { PublishTests } from './use-publish-tests.ts'

/** How the tests of what is about to be published end, and whether that keeps it back. Nothing where there are none. */
export const TestsSection = ({ tests }: { tests: PublishTests }) => {
  const { answer, error, running, mustPass, again } = tests
  if (answer !== null && answer.tests.length === 0) return null
  const failed = answer?.tests.some(({ status }) => status === 'failed') ?? false
  return (
    <section aria-label="Tests of this version" aria-live="polite" className="grid gap-2">
      <h3 className="flex items-center gap-2 text-sm font-semibold">
        Tests
        {running && (
          <span className="flex items-center gap-1.5 font-normal text-muted">
            <Spinner /> Running
          </span>
        )}
        {!running && answer !== null && <span className="font-normal text-muted">{countsOf(answer)}</span>}
        {!running && (failed || error !== null) && (
          <Button look="quiet" size="sm" onClick={again}>
            Run again
          </Button>
        )}
      </h3>
      {error !== null && <Alert>{explain(error)}</Alert>}
      {failed && mustPass && <Alert>Tests must pass before publishing in this workspace.</Alert>}
      {answer !== null && (
        <div className="max-h-60 overflow-y-auto">
          <TestList tests={answer.tests} />
        </div>
      )}
    </section>
  )
}
