import { parser as createParser } from 'sax'
import type { FilterContext } from '../../define/types.ts'
import { StackError } from '../../values/error.ts'
import type { ValueObject } from '../../values/kinds.ts'
import { objectOf, setOwn } from '../../values/members.ts'
import type { Value } from '../../values/value.ts'
import { allowArray } from '../limits.ts'

const deepest = 200

interface Element {
  name: string
  attributes: ValueObject
  text: string
  children: Map<string, Value[]>
}

/** The document's element by its name. A document type is passed over: it can define no entities. */
export function parseXml(text: string, context: FilterContext): ValueObject {
  const parser = createParser(true, {})
  const open: Element[] = [{ name: '', attributes: {}, text: '', children: new Map() }]
  let count = 0
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the parser is no event target
  parser.onerror = (error) => {
    throw badXml(error.message)
  }
  parser.onopentag = (tag) => {
    if (open.length > deepest) throw tooDeep()
    allowArray(++count, context)
    open.push({ name: tag.name, attributes: objectOf(attributesOf(tag.attributes)), text: '', children: new Map() })
  }
  const addText = (part: string): void => {
    const element = open.at(-1) as Element
    element.text += part
  }
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the parser is no event target
  parser.ontext = addText
  parser.oncdata = addText
  parser.onclosetag = () => {
    const element = open.pop() as Element
    const parent = open.at(-1) as Element
    const siblings = parent.children.get(element.name)
    if (siblings) siblings.push(nodeOf(element))
    else parent.children.set(element.name, [nodeOf(element)])
  }
  parser.write(text).close()
  if (count === 0) throw badXml('there is no element')
  return childrenOf(open[0] as Element)
}

function* attributesOf(attributes: object): Generator<[string, string]> {
  for (const [name, value] of Object.entries(attributes)) yield [name, String(value)]
}

function nodeOf(element: Element): Value {
  const attributes = Object.keys(element.attributes).length > 0 ? element.attributes : []
  return { '@attributes': attributes, value: element.children.size === 0 ? element.text : childrenOf(element) }
}

/** Text beside elements is kept as "#text". */
function childrenOf(element: Element): ValueObject {
  const text = element.text.trim()
  const object: ValueObject = text === '' ? {} : { '#text': text }
  for (const [name, nodes] of element.children) setOwn(object, name, nodes.length === 1 ? (nodes[0] as Value) : nodes)
  return object
}

function badXml(message: string): StackError {
  const [reason = '', ...places] = message.split('\n')
  const line = Number(places.find((place) => place.startsWith('Line:'))?.slice(5) ?? 0) + 1
  return new StackError('standard', 'bad_xml', `The text is not XML: ${reason} (line ${line}).`, {
    hint: 'Names, quotes and closing tags must be right; of named entities only amp, lt, gt, quot and apos exist.',
  })
}

function tooDeep(): StackError {
  return new StackError('standard', 'too_deep', `The XML text nests deeper than ${deepest} levels.`)
}
