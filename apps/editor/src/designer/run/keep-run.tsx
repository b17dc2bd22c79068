'use client'
import { Button } from '@cairn/ui'
import { api } from '../../api.ts'
import { KeepTestDialog } from '../../kept-tests/keep-test-dialog.tsx'
import { useDesigner } from '../designer-context.tsx'

/** Writes the run into the text that is open as a test. */
export const KeepRun = ({ workspace, run, suggestion }: { workspace: number; run: string; suggestion: string }) => {
  const { designer, setPanel } = useDesigner()
  return (
    <KeepTestDialog
      suggestion={suggestion}
      look="outline"
      keep={async (name) => {
        const kept = await api.keepRun({ workspace, run, name, source: designer.store.getState().document.text })
        designer.setText(kept.source)
        return kept
      }}
      done={() => (
        <>
          <p>The test passes and stands in this draft. Publish it to keep it for everybody.</p>
          <Button look="outline" className="justify-self-start" onClick={() => setPanel({ kind: 'tests' })}>
            Show the tests
          </Button>
        </>
      )}
    />
  )
}
