import { EditorState, RangeSetBuilder, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import { clauseAt, statementAt, type Statement } from '@cairn/language'
import type { Reached } from '../tests/coverage.ts'
import type { Mark } from '../../trace/engine/marks.ts'

/** What the lines of a text show of a run, or of what tests reach: by the offset at which their statement begins. */
export interface LineMark extends Omit<Mark, 'state'> {
  state: Mark['state'] | 'reached' | 'unreached'
  at: number
}

export const showMarks = StateEffect.define<readonly LineMark[]>()

/** Where each marked statement begins in the text. */
export function lineMarks(object: Statement | null, marks: ReadonlyMap<string, Omit<LineMark, 'at'>>): LineMark[] {
  const found = [...marks].flatMap(([address, mark]) => {
    const statement = object === null ? null : (statementAt(object.body, address) ?? clauseAt(object.body, address))
    return statement === null ? [] : [{ ...mark, at: statement.start }]
  })
  return found.toSorted((a, b) => a.at - b.at)
}

/** The same of what tests reach. */
export const reachedMarks = (reached: ReadonlyMap<string, Reached>): Map<string, Omit<LineMark, 'at'>> =>
  new Map(
    [...reached].map(([address, { by }]) => {
      const state = by.length > 0 ? 'reached' : 'unreached'
      return [address, { state, text: by.length > 0 ? '' : 'no test', failed: false }]
    }),
  )

class ValueWidget extends WidgetType {
  private readonly text: string
  private readonly failed: boolean

  constructor(text: string, failed: boolean) {
    super()
    this.text = text
    this.failed = failed
  }

  override eq(other: ValueWidget): boolean {
    return other.text === this.text && other.failed === this.failed
  }

  toDOM(): HTMLElement {
    const shown = document.createElement('span')
    shown.className = this.failed ? 'cm-run-value cm-run-failed' : 'cm-run-value'
    shown.textContent = this.text
    return shown
  }
}

const decorate = (state: EditorState, marks: readonly LineMark[]): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>()
  let drawn = -1
  for (const { at, state: how, text, failed } of marks) {
    if (at > state.doc.length) continue
    const line = state.doc.lineAt(at)
    if (line.from <= drawn) continue
    drawn = line.from
    builder.add(line.from, line.from, Decoration.line({ class: `cm-run-${how}` }))
    if (text !== '')
      builder.add(line.to, line.to, Decoration.widget({ widget: new ValueWidget(text, failed), side: 1 }))
  }
  return builder.finish()
}

const look = EditorView.baseTheme({
  '.cm-run-ran': { boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.cm-run-reached': { boxShadow: 'inset 3px 0 0 var(--accent)' },
  '.cm-run-unreached': { boxShadow: 'inset 3px 0 0 var(--warning)' },
  '.cm-run-failed': { boxShadow: 'inset 3px 0 0 var(--danger)' },
  '.cm-run-current': { boxShadow: 'inset 3px 0 0 var(--warning)', backgroundColor: 'var(--warning-soft)' },
  '.cm-run-value': { marginLeft: '1.5rem', color: 'var(--blue)', fontStyle: 'italic' },
  '.cm-run-value.cm-run-failed': { boxShadow: 'none', color: 'var(--danger)' },
})

/** Marks the lines of a run; what is typed takes them along. */
export const runMarks: Extension = [
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(shown, transaction) {
      for (const effect of transaction.effects)
        if (effect.is(showMarks)) return decorate(transaction.state, effect.value)
      return shown.map(transaction.changes)
    },
    provide: (field) => EditorView.decorations.from(field),
  }),
  look,
]
