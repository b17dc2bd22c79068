import { expect, test } from 'vitest'
import {
  addField,
  fieldNode,
  fieldsOf,
  moveField,
  removeField,
  replaceField,
} from '../../designer/engine/commands/fields.ts'
import { createDesigner, type Designer } from '../../designer/engine/designer-store.ts'
import { askedRenames, nameChanges } from './column-renames.ts'

const LIVE = 'table "deal" {\n  schema {\n    int id\n    text title\n    text phone\n  }\n}\n'

const columns = (designer: Designer) => fieldsOf(designer.store.getState().document.object!, 'schema')
const at = (designer: Designer, name: string) => columns(designer).findIndex((column) => column.name === name)
const line = (name: string) => fieldNode(`text ${name}`)!
const rename = (from: string, to: string) => (designer: Designer) =>
  designer.run(replaceField('schema', at(designer, from), line(to)))
const add = (name: string) => (designer: Designer) => designer.run(addField('schema', line(name)))
const remove = (name: string) => (designer: Designer) => designer.run(removeField('schema', at(designer, name)))
const up = (name: string) => (designer: Designer) => designer.run(moveField('schema', at(designer, name), -1))
const type = (text: string) => (designer: Designer) => designer.setText(text)
const undo = (designer: Designer) => designer.undo()

const changes = (steps: ((designer: Designer) => unknown)[], live = LIVE, start = LIVE) => {
  const designer = createDesigner({ text: start })
  for (const step of steps) step(designer)
  const { document, history } = designer.store.getState()
  return nameChanges(history, document.text, live)
}

test.each([
  ['one', [rename('title', 'name')], { name: 'title' }],
  ['one, twice', [rename('title', 'x'), rename('x', 'name')], { name: 'title' }],
  ['one that then moves', [rename('phone', 'tel'), up('tel')], { tel: 'phone' }],
  ['one, there and back', [rename('title', 'name'), rename('name', 'title')], {}],
  ['one that was undone', [rename('title', 'name'), undo], {}],
  ['a chain', [rename('phone', 'tel'), rename('title', 'phone')], { tel: 'phone', phone: 'title' }],
  ['one whose name is given to a new one', [rename('title', 'name'), add('title')], { name: 'title' }],
  ['in the code', [type(LIVE.replace('title', 'name'))], { name: 'title' }],
  ['none where one is added for one taken away', [remove('phone'), add('notes')], {}],
  ['none that was not live', [add('a'), rename('a', 'b')], {}],
  ['never the key', [rename('title', 'x'), type(LIVE.replace('int id', 'int key'))], {}],
] as const)('columns renamed: %s', (_, steps, renames) => {
  expect(changes([...steps]).renames).toEqual(renames)
})

test('what happened before the last publish is no rename any more', () => {
  const live = LIVE.replace('title', 'name')
  expect(changes([rename('title', 'name')], live).renames).toEqual({})
  expect(changes([rename('title', 'name'), rename('name', 'label')], live).renames).toEqual({ label: 'name' })
})

test('what was renamed elsewhere is added and gone, for a person to say', () => {
  const text = LIVE.replace('title', 'name')
  expect(changes([], LIVE, text)).toMatchObject({ renames: {}, added: ['name'], gone: ['title'] })
})

test('a table called otherwise keeps its rows', () => {
  const changed = changes([type(LIVE.replace('"deal"', '"offer"').replace('title', 'name'))])
  expect(askedRenames(changed, changed.renames)).toEqual({ offer: 'deal', 'offer.name': 'title' })
})
