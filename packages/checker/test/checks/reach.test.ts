import { expect, test } from 'vitest'
import { findingsInStack } from '../findings-in.ts'

const unreached = (line: number, name: string) => [
  `${line} warning unreachable_statement: This is never reached: the "${name}" above it always ends the stack or the block. ` +
    'Remove it, or move it up.',
]

test.each([
  ['return {\nvalue = 1\n}\ndebug.log {\nvalue = 1\n}', unreached(4, 'return')],
  ['throw {\nname = "a"\n}\nvar $x', unreached(4, 'throw')],
  ['for (2) {\neach as $i {\nbreak\nvar $x\n}\n}', unreached(4, 'break')],
  ['conditional {\nif (true) {\nreturn\n}\nelse {\nreturn\n}\n}\nvar $x', unreached(9, 'conditional')],
  ['group {\nstack {\nreturn\n}\n}\nvar $x', unreached(6, 'group')],
  ['conditional {\nif (true) {\nreturn\n}\n}\nvar $x', []],
  ['conditional {\nif (true) {\nreturn\n}\nelseif (true) {\n}\nelse {\nreturn\n}\n}\nvar $x', []],
  ['switch (1) {\ncase (1) {\nvar $y\n} break\ndefault {\nreturn\n}\n}\nvar $x', []],
  ['util.post_process {\nstack {\nreturn\n}\n}\nvar $x', []],
  ['return {\nvalue = 1\n}\n!debug.log {\nvalue = 1\n}', []],
])('%s', (stack, findings) => {
  expect(findingsInStack(stack)).toEqual(findings)
})
