import { parse, type Statement } from '@cairn/language'

/** The object that a text holds; null where it holds none. */
export const treeOf = (text: string): Statement | null => {
  const [object] = parse(text).file.objects
  return object?.kind === 'statement' ? object : null
}
