'use client'
import { CircleCheck, CircleMinus, CircleX } from 'lucide-react'
import type { TestsAnswer } from './tests-store.ts'

const SHOWN = {
  passed: { icon: CircleCheck, word: 'Passed', tone: 'text-accent' },
  failed: { icon: CircleX, word: 'Failed', tone: 'text-danger' },
  skipped: { icon: CircleMinus, word: 'Left out', tone: 'text-muted' },
} as const

/** How each test ended; of one that failed, why; of one of another object, whose it is. */
export const TestList = ({ tests }: { tests: TestsAnswer['tests'] }) => (
  <ul aria-label="Tests" className="grid gap-1">
    {tests.map(({ object, own, name, status, message }) => {
      const { icon: Icon, word, tone } = SHOWN[status]
      return (
        <li key={`${object}: ${name}`} className="grid grid-cols-[auto_1fr] gap-x-2 rounded-md bg-sunken px-2.5 py-2">
          <Icon size={16} role="img" aria-label={word} className={`mt-0.5 ${tone}`} />
          <span className="min-w-0 text-sm font-medium wrap-anywhere">
            {name}
            {!own && <span className="font-normal text-muted"> of {object.replace('_', ' ')}</span>}
          </span>
          {message !== '' && (
            <span className={`col-start-2 text-xs wrap-anywhere ${status === 'failed' ? 'text-danger' : 'text-muted'}`}>
              {message}
            </span>
          )}
        </li>
      )
    })}
  </ul>
)

/** `3 passed, 1 failed in 0.4 s` */
export function countsOf({ tests, seconds }: Pick<TestsAnswer, 'tests' | 'seconds'>): string {
  const count = (status: keyof typeof SHOWN) => tests.filter((test) => test.status === status).length
  const parts = [`${count('passed')} passed`, `${count('failed')} failed`]
  if (count('skipped') > 0) parts.push(`${count('skipped')} left out`)
  return `${parts.join(', ')} in ${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`
}
