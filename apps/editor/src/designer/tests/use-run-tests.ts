'use client'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useDesigner } from '../designer-context.tsx'

/** Runs the tests of the object as its text is now. */
export function useRunTests(workspace: number, object: number) {
  const { designer, tests } = useDesigner()
  return useMutation({
    mutationFn: async () => {
      const { text } = designer.store.getState().document
      const answer = await api.runTests({ workspace, object, source: text })
      tests.take(text, answer)
      return answer
    },
  })
}
