'use client'
import { useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { api } from '../api.ts'
import { KeepTestDialog } from '../kept-tests/keep-test-dialog.tsx'
import { usePages } from '../workspace/use-workspace.ts'
import type { Place } from './use-request.ts'

/** Writes the request into the draft of its endpoint as a test. */
export const KeepAsTest = ({ place, suggestion }: { place: Place; suggestion: string }) => {
  const queries = useQueryClient()
  const pages = usePages()
  return (
    <KeepTestDialog
      suggestion={suggestion}
      keep={async (name) => {
        const kept = await api.keepAsTest({ ...place, name })
        await queries.invalidateQueries({ queryKey: ['objects'] })
        return kept
      }}
      done={({ object }) => (
        <>
          <p>The test passes and stands in the draft of the endpoint. Publish it to keep it for everybody.</p>
          <Link href={pages.stack(object)} className="w-fit font-medium text-accent underline underline-offset-4">
            Open the endpoint
          </Link>
        </>
      )}
    />
  )
}
