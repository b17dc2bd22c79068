import type { Random } from './random.ts'

const words = (text: string): readonly string[] => text.split(' ')

const FIRST = words(
  'Ada Grace Alan Edsger Barbara Donald Katherine Tim Radia Linus Hedy Dennis Margaret Ken Frances John',
)
const LAST = words(
  'Lovelace Hopper Turing Liskov Knuth Johnson Perlman Lamarr Ritchie Hamilton Allen Backus Hoare Wirth',
)
const CITIES = words('Lisbon Oslo Nairobi Quito Kyoto Tallinn Ghent Leeds Porto Turin Bergen Cusco Utrecht Hanoi Accra')
const COUNTRIES = words('Portugal Norway Kenya Ecuador Japan Estonia Belgium Italy Peru Vietnam Ghana Canada Chile')
const STREETS = words('Oak Mill Station Harbour Church Park Bridge Garden Meadow Hill Market River')
const COMPANIES = words(
  'Northwind Fieldstone Bluebird Harbour Lanternworks Copperleaf Tideline Millbrook Evergreen Quarry',
)
const THINGS = words(
  'lamp chair notebook kettle bicycle ladder basket compass blanket mirror clock bottle tent desk radio',
)
const QUALITIES = words('green quiet sturdy small folding bright woollen portable plain heavy striped light wooden')
const COLORS = words('red green blue amber violet teal grey black white coral')
const PROSE = words(
  'the a quick answer for every second question about an order that arrives before noon and stays until it is done',
)

/** A person's name, whole. */
const personName = (random: Random): string => `${random.pick(FIRST)} ${random.pick(LAST)}`

const sentence = (random: Random): string => {
  const text = Array.from({ length: random.int(5, 12) }, () => random.pick(PROSE)).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const thing = (random: Random): string => {
  const text = `${random.pick(QUALITIES)} ${random.pick(THINGS)}`
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** What a text is about, by the name of its column; the first that fits. */
const BY_NAME: readonly (readonly [RegExp, (random: Random) => string])[] = [
  [/first_?name|given_?name/, (random) => random.pick(FIRST)],
  [/last_?name|family_?name|surname/, (random) => random.pick(LAST)],
  [/company|organi[sz]ation|vendor|supplier|brand/, (random) => `${random.pick(COMPANIES)} Ltd`],
  [/(product|item|file|project|task|category)_?name/, thing],
  [/user_?name|handle|nick/, (random) => `${random.pick(FIRST).toLowerCase()}${random.int(1, 99)}`],
  [/name$/, personName],
  [/e?mail/, (random) => `${random.pick(FIRST).toLowerCase()}.${random.pick(LAST).toLowerCase()}@example.com`],
  [/city|town/, (random) => random.pick(CITIES)],
  [/country|nation/, (random) => random.pick(COUNTRIES)],
  [/street|address/, (random) => `${random.int(1, 200)} ${random.pick(STREETS)} Street`],
  [/zip|postal|postcode/, (random) => String(random.int(10_000, 99_999))],
  [/phone|mobile|fax/, (random) => `+1 555 ${String(random.int(100, 199)).padStart(4, '0')}`],
  [/url|link|website|homepage/, (random) => `https://example.com/${random.pick(THINGS)}/${random.int(1, 999)}`],
  [/colou?r/, (random) => random.pick(COLORS)],
  [/currency/, (random) => random.pick(['EUR', 'USD', 'GBP', 'JPY'])],
  [/locale|language/, (random) => random.pick(['en', 'de', 'fr', 'pt', 'ja'])],
  [/time_?zone/, () => 'UTC'],
  [/slug/, (random) => `${random.pick(QUALITIES)}-${random.pick(THINGS)}`],
  [/code|sku|number|reference|token|key/, (random) => random.int(0x100000, 0xffffff).toString(16).toUpperCase()],
  [/status|state|stage/, (random) => random.pick(['new', 'open', 'done'])],
  [/description|body|content|note|comment|message|summary|bio|text|about/, sentence],
  [/title|subject|headline|label/, thing],
]

/** A text as a column of that name could hold it. */
export function madeUpText(column: string, random: Random): string {
  const [, make] = BY_NAME.find(([name]) => name.test(column.toLowerCase())) ?? [null, thing]
  return make(random)
}
