'use client'
import { unifiedMergeView } from '@codemirror/merge'
import { syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { colours, xanoscript } from './xanoscript.ts'
import { theme } from './theme.ts'

/** What changes between two texts, in one column. */
const DiffView = ({ before, after }: { before: string; after: string }) => {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (holder.current === null) return
    const view = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: after,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ 'aria-label': 'Changes', tabindex: '0' }),
          EditorView.lineWrapping,
          xanoscript,
          syntaxHighlighting(colours),
          theme,
          unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: { margin: 2 } }),
        ],
      }),
    })
    return () => view.destroy()
  }, [before, after])
  return <div ref={holder} className="max-h-80 overflow-auto rounded-md border border-line" />
}

export default DiffView
