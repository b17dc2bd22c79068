import { expect, type Page } from '@playwright/test'
import type { Cairn } from '../start-cairn.ts'
import { jumpstart, post } from '../workspace.ts'

/** A workspace as a small shop would have it, with what a week of work leaves in it. */
export interface CornerShop {
  workspace: number
  /** Public base URLs of its groups. */
  auth: string
  shop: string
  ids: Readonly<Record<string, number>>
  /** Calls the editor's API as its owner. */
  ask: <Answer>(path: string, data?: object) => Promise<Answer>
}

const table = (name: string, fields: string) => `table "${name}" {
  schema {
    int id
    timestamp created_at?=now
${fields}
  }

  index = [
    {type: "primary", field: [{name: "id"}]}
  ]
}
`
const reference = (name: string, to: string) => `    int ${name}? {\n      table = "${to}"\n    }`

const TABLES = [
  table('supplier', '    text name filters=trim\n    email email?\n    text city?'),
  table(
    'product',
    `    text name filters=trim\n    decimal price\n    int stock?\n${reference('supplier_id', 'supplier')}`,
  ),
  table(
    'order',
    `${reference('user_id', 'user')}\n    decimal total?\n    enum status?=open {\n      values = ["open", "paid", "sent"]\n    }`,
  ),
  table('order_line', `${reference('order_id', 'order')}\n${reference('product_id', 'product')}\n    int quantity?`),
]

/** An order: found, checked, priced and written. */
export const placeOrder = (discount: string) => `query "orders" verb=POST {
  api_group = "Shop"
  description = "Places an order for one product."
  auth = "user"

  input {
    int product_id {
      table = "product"
    }
    int quantity?=1 filters=min:1
  }

  stack {
    db.get product {
      field_name = "id"
      field_value = $input.product_id
    } as $product
    precondition ($product != null) {
      error_type = "notfound"
      error = "There is no such product."
    }
    var $total {
      value = $product.price * $input.quantity
    }
    conditional {
      if ($total >= 100) {
        description = "Large orders get a discount"
        var.update $total {
          value = $total * ${discount}
        }
      }
      else {
        precondition ($product.stock >= $input.quantity) {
          error_type = "inputerror"
          error = "There is not enough of it in stock."
        }
      }
    }
    db.add order {
      data = {user_id: $auth.id, total: $total}
    } as $order
    db.add order_line {
      data = {order_id: $order.id, product_id: $product.id, quantity: $input.quantity}
    } as $line
  }

  response = $order
}
`

const PART_OF = `query "orders/part" verb=GET {
  api_group = "Shop"
  description = "How much one order is of all with a status, in per cent."

  input {
    text status
  }

  stack {
    db.query order {
      where = $db.order.status == $input.status
      return = {type: "count"}
    } as $count
    var $part {
      value = 100 / $count
    }
  }

  response = {part: $part}
}
`

const OTHERS = [
  'function "pricing/vat" {\n  input {\n    decimal amount\n  }\n\n  stack {\n    var $vat {\n      value = $input.amount * 0.19\n    }\n  }\n\n  response = $vat\n}\n',
  'function "pricing/shipping" {\n  input {\n    decimal weight\n  }\n\n  stack {\n  }\n\n  response = 4.9\n}\n',
]

const people = ['Grace Hopper', 'Alan Turing', 'Barbara Liskov', 'Katherine Johnson', 'Radia Perlman']

/** Makes the shop; its API page is open. */
export async function cornerShop(page: Page, cairn: Cairn): Promise<CornerShop> {
  const { base: auth } = await jumpstart(page, cairn, 'Corner Shop')
  const workspace = Number(new URL(page.url()).searchParams.get('id'))
  const ask = async <Answer>(path: string, data: object = {}): Promise<Answer> => {
    const response = await page.request.post(`${cairn.url}/api:meta${path}`, {
      headers: { origin: cairn.url },
      data: { workspace, ...data },
    })
    expect(response.ok(), `${path}: ${await response.text()}`).toBe(true)
    return (await response.json()) as Answer
  }
  const sources = [...TABLES, 'api_group "Shop" {\n}\n', ...OTHERS, placeOrder('0.9'), PART_OF]
  const ids: Record<string, number> = {}
  for (const source of sources) {
    const made = await ask<{ id: number; name: string }>('/object/create', { source, publish: true })
    ids[made.name] = made.id
  }
  const template = { from: 'crud', table: 'product', auth: null, endpoints: ['list', 'get', 'add', 'delete'] }
  await ask('/endpoints/create', { group: 'Shop', template: { ...template, endpoints: ['list', 'get'] } })
  const guarded = { ...template, auth: 'user', endpoints: ['add', 'delete'] }
  await ask('/endpoints/create', { group: 'Shop', template: guarded })
  for (const [name, count] of [
    ['supplier', 6],
    ['product', 60],
    ['order', 24],
    ['order_line', 40],
  ] as const) {
    await ask('/rows/generate', { table: name, datasource: 'live', count, seed: 7 })
  }
  const { workspaces } = await page.request
    .get(`${cairn.url}/api:meta/workspaces`)
    .then(async (response) => (await response.json()) as Listed)
  const shop = workspaces.find(({ id }) => id === workspace)?.groups.find(({ name }) => name === 'Shop')?.url ?? ''
  return { workspace, auth, shop, ids, ask }
}

interface Listed {
  workspaces: { id: number; groups: { name: string; url: string }[] }[]
}

/** A morning of calls, some of them wrong. */
export async function callShop({ auth, shop }: CornerShop): Promise<void> {
  let token = ''
  for (const name of people) {
    const email = `${name.split(' ')[0]?.toLowerCase()}@example.com`
    const response = await post(`${auth}/auth/signup`, { name, email, password: 'quiet words 4' })
    expect(response.status).toBe(200)
    token = ((await response.json()) as { authToken: string }).authToken
  }
  await post(`${auth}/auth/login`, { email: 'grace@example.com', password: 'wrong words 1' })
  for (let turn = 1; turn <= 12; turn += 1) {
    await fetch(`${shop}/product`)
    await fetch(`${shop}/product/${turn * 7}`)
    await post(`${shop}/orders`, { product_id: turn * 6, quantity: turn }, token)
  }
  await post(`${shop}/orders`, { product_id: 1 })
  await fetch(`${shop}/orders/part?status=paid`)
  expect((await fetch(`${shop}/orders/part?status=lost`)).status).toBe(500)
}
