'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import type { Tests, TestsAnswer } from '../tests/tests-store.ts'
import { usePublishRules } from './use-publish-rules.ts'

export interface PublishTests {
  /** Null until they ended. */
  answer: TestsAnswer | null
  error: Error | null
  running: boolean
  /** Whether the workspace asks that they pass. */
  mustPass: boolean
  /** Whether nothing about them keeps the text from being published, as far as is known. */
  ready: boolean
  again: () => void
}

/** Runs the tests of a text that is about to be published. */
export function usePublishTests(
  { workspace, object, text, tests }: { workspace: number; object: number; text: string; tests: Tests },
  enabled: boolean,
): PublishTests {
  const rules = usePublishRules(workspace)
  const run = useQuery({
    queryKey: ['publish tests', workspace, object, text],
    queryFn: async () => {
      const answer = await api.runTests({ workspace, object, source: text })
      tests.take(text, answer)
      return answer
    },
    enabled,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const mustPass = rules.data?.testsMustPass ?? false
  const isGreen = run.data?.tests.every(({ status }) => status !== 'failed') ?? false
  return {
    answer: run.data ?? null,
    error: run.error,
    running: enabled && run.isFetching,
    mustPass,
    ready: rules.data !== undefined && (!mustPass || isGreen),
    again: () => void run.refetch(),
  }
}
