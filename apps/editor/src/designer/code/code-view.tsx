'use client'
import { autocompletion, closeBrackets, completionKeymap, type CompletionSource } from '@codemirror/autocomplete'
import { defaultKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, foldGutter, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { linter, lintGutter, type Diagnostic } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { parse, print } from '@cairn/language'
import { useEffect, useMemo, useRef } from 'react'
import { useDesigner } from '../designer-context.tsx'
import { changeBetween } from '../engine/change.ts'
import { completionsAt } from '../value/completions.ts'
import { allColumns } from '../value/known-names.ts'
import { namesAt } from '../value/names-at.ts'
import { colours, xanoscript } from './xanoscript.ts'
import { useMarks } from '../run/use-marks.ts'
import { useReached } from '../tests/use-reached.ts'
import { lineMarks, reachedMarks, runMarks, showMarks } from './run-marks.ts'
import { theme } from './theme.ts'

/** The text of an object. What is typed here is the same draft that the other views show. */
const CodeView = () => {
  const { designer, catalogue, surroundings } = useDesigner()
  const holder = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const run = useMarks()
  const reached = useReached()
  // A run that is looked at comes before what tests reach.
  const marks = useMemo(() => (run.size > 0 ? run : reachedMarks(reached)), [run, reached])
  useEffect(() => {
    if (holder.current === null) return
    const { store } = designer
    const complete: CompletionSource = (context) => {
      const line = context.state.doc.lineAt(context.pos)
      const { object } = store.getState().document
      const known = object === null ? [] : namesAt(object, '', { env: surroundings.env, columns: {} })
      const scope = { names: [...known, ...allColumns(surroundings.columns)], filters: catalogue.filters }
      const names = completionsAt(line.text, context.pos - line.from, scope)
      if (names.options.length > 0) {
        const options = names.options.map(({ label, insert, detail }) => ({
          label,
          apply: insert,
          detail: detail.slice(0, 60),
        }))
        return { from: line.from + names.from, options }
      }
      const word = context.matchBefore(/^\s*[a-z_][\w.]*$/)
      if (word === null) return null
      const from = word.from + (word.text.length - word.text.trimStart().length)
      return {
        from,
        options: catalogue.statements.map(({ name, label }) => ({ label: name, detail: label, type: 'keyword' })),
      }
    }
    const diagnose = (view: EditorView): Diagnostic[] =>
      parse(view.state.doc.toString()).diagnostics.map(({ start, end, severity, message, hint }) => ({
        from: Math.min(start, view.state.doc.length),
        to: Math.min(Math.max(end, start), view.state.doc.length),
        severity,
        message: hint === undefined ? message : `${message} ${hint}`,
      }))
    const format = (view: EditorView): boolean => {
      const { file, diagnostics } = parse(view.state.doc.toString())
      if (!diagnostics.some(({ severity }) => severity === 'error')) designer.setText(print(file))
      return true
    }
    const view = new EditorView({
      parent: holder.current,
      state: EditorState.create({
        doc: store.getState().document.text,
        extensions: [
          lineNumbers(),
          foldGutter(),
          drawSelection(),
          highlightActiveLine(),
          bracketMatching(),
          closeBrackets(),
          indentUnit.of('  '),
          xanoscript,
          syntaxHighlighting(colours),
          autocompletion({ override: [complete] }),
          linter(diagnose, { delay: 300 }),
          lintGutter(),
          theme,
          runMarks,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': 'XanoScript', tabindex: '0' }),
          keymap.of([
            { key: 'Mod-s', preventDefault: true, run: format },
            { key: 'Shift-Alt-f', run: format },
            { key: 'Mod-z', preventDefault: true, run: () => (designer.undo(), true) },
            { key: 'Mod-y', mac: 'Mod-Shift-z', preventDefault: true, run: () => (designer.redo(), true) },
            ...completionKeymap,
            indentWithTab,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return
            const line = update.state.doc.lineAt(update.state.selection.main.head).number
            designer.setText(update.state.doc.toString(), `code/${line}`)
          }),
        ],
      }),
    })
    editor.current = view
    const stop = store.subscribe(({ document }) => {
      const change = changeBetween(view.state.doc.toString(), document.text)
      if (change === null) return
      view.dispatch({ changes: { from: change.at, to: change.at + change.removed.length, insert: change.added } })
    })
    return () => {
      stop()
      view.destroy()
    }
  }, [designer, catalogue, surroundings])
  useEffect(() => {
    const { object } = designer.store.getState().document
    editor.current?.dispatch({ effects: showMarks.of(lineMarks(object, marks)) })
  }, [designer, marks, catalogue, surroundings])
  return <div ref={holder} className="h-full min-h-0 overflow-hidden" />
}

export default CodeView
