import { parse, print, sameTree } from '@cairn/language'
import { expect, test } from 'vitest'
import { clone } from './commands/clone.ts'
import { addClause, removeClause } from './commands/clauses.ts'
import { toggleDisabled } from './commands/disable.ts'
import { setArgument, setDescription, setHead, setOption, setOutput } from './commands/edit.ts'
import { addField, cloneField, fieldNode, moveField, removeField, replaceField } from './commands/fields.ts'
import { group } from './commands/group.ts'
import { insert } from './commands/insert.ts'
import { move, moveBy } from './commands/move.ts'
import { remove } from './commands/remove.ts'
import { renameVariable } from './commands/rename-variable.ts'
import { runCommand, type Command } from './command.ts'
import { copyText } from './copy-text.ts'
import { readDocument } from './document.ts'
import { expressionNode, statementNode, statementNodes } from './nodes.ts'

const TEXT = `// The head comment.
query demo verb=POST {
  input {
    // Who asks.
    text name
    int age? filters=min:1
  }

  stack {
    // First, a.
    var $a {
      value = 1
    }

    conditional {
      if ($a == 1) {
        // Inside.
        var $b {
          value = 2 // two
        }
        debug.log {
          value = $b
        }
      }
    }
    return {
      value = $a
    }
    // The last word.
  }

  response = $a
}
`

const document = readDocument(TEXT)

/** The names of the statements with their nesting, and every comment in order. */
function outline(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => /^(!?(var|conditional|if|elseif|else|debug|return|group|stack)\b|\}|\/\/)/.test(line))
    .join(' ')
}

const run = (command: Command) => runCommand(document, command)!
const comments = (text: string) => [...text.matchAll(/\/\/.*/g)].map(([comment]) => comment)

const cases: [string, Command, { selection: string[]; holds: string[]; lacks?: string[] }][] = [
  [
    'insert',
    insert({ block: 'stack', index: 1 }, [statementNode('debug.stop')]),
    { selection: ['stack.1'], holds: ['debug.stop'] },
  ],
  [
    'insert at the end of a block',
    insert({ block: 'stack.1.then', index: 2 }, statementNodes('return {\n value = 9\n}')!),
    { selection: ['stack.1.then.2'], holds: ['value = 9'] },
  ],
  ['delete', remove(['stack.1.then.1']), { selection: ['stack.1.then.0'], holds: [], lacks: ['debug.log'] }],
  [
    'move into a block',
    move(['stack.2'], { block: 'stack.1.then', index: 1 }),
    { selection: ['stack.1.then.1'], holds: ['return'] },
  ],
  [
    'move out of a block',
    move(['stack.1.then.0'], { block: 'stack', index: 0 }),
    { selection: ['stack.0'], holds: ['var $b'] },
  ],
  [
    'move several',
    move(['stack.2', 'stack.1.then.1'], { block: 'stack', index: 0 }),
    { selection: ['stack.0', 'stack.1'], holds: [] },
  ],
  ['move up', moveBy(['stack.1'], -1), { selection: ['stack.0'], holds: ['conditional'] }],
  ['move down out of a block', moveBy(['stack.1.then.1'], 1), { selection: ['stack.2'], holds: ['debug.log'] }],
  ['clone', clone(['stack.1']), { selection: ['stack.2'], holds: ['conditional'] }],
  ['disable', toggleDisabled(['stack.0']), { selection: ['stack.0'], holds: ['!var $a'] }],
  [
    'an argument',
    setArgument('stack.1.then.0', 'value', expressionNode('$a + 1')),
    { selection: ['stack.1.then.0'], holds: ['value = $a + 1'] },
  ],
  [
    'no argument',
    setArgument('stack.1.then.1', 'value', null),
    { selection: ['stack.1.then.1'], holds: [], lacks: ['value = $b'] },
  ],
  [
    'an argument half typed',
    setArgument('stack.0', 'value', expressionNode('$a +')),
    { selection: ['stack.0'], holds: ['value = $a +'] },
  ],
  [
    'the condition of a clause',
    setHead('stack.1.then', 'subject', expressionNode('$a > 2', 'condition')),
    { selection: ['stack.1.then'], holds: ['if ($a > 2)'] },
  ],
  [
    'a description',
    setDescription('stack.2', 'Ends it.'),
    { selection: ['stack.2'], holds: ['description = "Ends it."'] },
  ],
  ['an output', setOutput('stack.2', 'z'), { selection: ['stack.2'], holds: ['} as $z'] }],
  ['an option', setOption('verb', expressionNode('PUT')), { selection: [], holds: ['verb=PUT'] }],
  ['group', group(['stack.0', 'stack.2']), { selection: ['stack.0'], holds: ['group {'] }],
  [
    'rename',
    renameVariable('a', 'first'),
    { selection: [], holds: ['var $first', 'if ($first == 1)', 'response = $first'], lacks: ['$a'] },
  ],
  [
    'a clause',
    addClause(
      'stack.1',
      statementNode('else', { body: { kind: 'body', start: -1, end: -1, items: [], dangling: [] } }),
      ['if', 'elseif', 'else'],
    ),
    { selection: ['stack.1.else'], holds: ['else {'] },
  ],
  ['no clause', removeClause('stack.1.then'), { selection: ['stack.1'], holds: [], lacks: ['if ($a'] }],
  ['an input', addField('input', fieldNode('bool ok?=true')!), { selection: [], holds: ['bool ok?=true'] }],
  [
    'another input',
    replaceField('input', 0, fieldNode('email name')!),
    { selection: [], holds: ['email name'], lacks: ['text name'] },
  ],
  [
    'a repeated input',
    cloneField('input', 0),
    { selection: [], holds: ['// Who asks.\n    text name\n    text name_copy'] },
  ],
  ['no input', removeField('input', 1), { selection: [], holds: [], lacks: ['int age'] }],
  [
    'inputs in another order',
    moveField('input', 0, 1),
    { selection: [], holds: ['int age? filters=min:1\n    // Who asks.'] },
  ],
]

test.each(cases)('%s', (_, command, { selection, holds, lacks = [] }) => {
  const outcome = run(command)
  const { text } = outcome.document
  expect(holds.filter((part) => !text.includes(part))).toEqual([])
  expect(lacks.filter((part) => text.includes(part))).toEqual([])
  expect(outcome.selection).toEqual(selection)
  expect(document.text).toBe(TEXT)
})

const removing = new Set(['delete', 'no clause', 'clone', 'no argument', 'an argument'])

test.each(cases.filter(([name]) => !removing.has(name)))('%s keeps every comment', (_, command) => {
  expect(comments(run(command).document.text).toSorted()).toEqual(comments(TEXT).toSorted())
})

test('a statement moves with its comments', () => {
  const { text } = run(move(['stack.0'], { block: 'stack.1.then', index: 2 })).document
  expect(outline(text)).toBe(
    '// The head comment. // Who asks. } stack { conditional { if ($a == 1) { // Inside. var $b { } debug.log { } ' +
      '// First, a. var $a { } } } return { } // The last word. } }',
  )
})

test('a block does not move into itself', () => {
  expect(run(move(['stack.1'], { block: 'stack.1.then', index: 0 })).document.text).toBe(print(parse(TEXT).file))
})

test.each(['"open', '($a', '[1, 2', '{a: 1', 'a\nb = 2', '$a } }'])(
  'half-typed %j never swallows what stands beside it',
  (typed) => {
    const command = setArgument('stack.0', 'value', expressionNode(typed))
    const outcome = runCommand(document, command)
    const names = (text: string) => outline(text).replaceAll(/\/\/[^/]*? (?=\w|\})/g, '')
    expect(names(outcome?.document.text ?? TEXT)).toBe(names(TEXT))
  },
)

test('copied statements are pasted as they were, comments included', () => {
  const copied = copyText(document.object!, ['stack.0', 'stack.1', 'stack.1.then.0'])
  const { text } = run(insert({ block: 'stack', index: 0 }, statementNodes(copied)!)).document
  expect(comments(text).filter((comment) => comment === '// First, a.' || comment === '// Inside.')).toHaveLength(4)
  const [object] = parse(text).file.objects
  expect(object?.kind === 'statement' && sameTree(object, document.object)).toBe(false)
})

test.each(['', 'nothing readable {', 'a = 1', 'query x verb=GET {}\n---\ntable y {}'])(
  '%j is no statement to paste',
  (copied) => {
    expect(statementNodes(copied)).toBeNull()
  },
)
