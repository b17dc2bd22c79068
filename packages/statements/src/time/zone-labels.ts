/** What a zone is called at a moment, and whether it is on summer time. */
import { localToCivil, civilToLocal } from './civil.ts'
import { offsetLabel, utcToLocal, type Zone } from './zone.ts'

/** English has a zone's usual abbreviation only where it is in use: each locale is asked in turn. */
const locales = [
  'en-US',
  'en-GB',
  'en-CA',
  'en-AU',
  'en-IN',
  'en-NZ',
  'en-ZA',
  'en-KE',
  'en-NG',
  'en-PH',
  'en-HK',
] as const

/** Names of the time zone database that are letters; of other zones it knows the offset alone. */
const inUse = new Set(
  (
    'ACDT ACST ADT AEDT AEST AKDT AKST AST AWST BST CAT CDT CEST CET CST ChST EAT EDT EEST EET EST GMT HDT HKT HST IDT ' +
    'IST JST KST MDT MSK MST NDT NST NZDT NZST PDT PKT PST SAST SST UTC WAT WEST WET WIB WIT WITA'
  ).split(' '),
)

/** Names that no English has, of places as Intl calls them: in standard and in summer time. None is the offset. */
const ownNames: ReadonlyMap<string, readonly (string | null)[]> = new Map(
  Object.entries({
    'HST HDT': 'America/Adak',
    MST: 'America/Dawson America/Hermosillo America/Mazatlan America/Whitehorse',
    'CST CDT': 'America/Havana',
    WIB: 'Asia/Jakarta Asia/Pontianak',
    WIT: 'Asia/Jayapura',
    WITA: 'Asia/Makassar',
    'IST IDT': 'Asia/Jerusalem',
    PKT: 'Asia/Karachi',
    CST: 'Asia/Macau Asia/Shanghai Asia/Taipei',
    PST: 'Asia/Manila',
    KST: 'Asia/Pyongyang Asia/Seoul',
    JST: 'Asia/Tokyo',
    'GMT IST': 'Europe/Dublin',
    'GMT BST': 'Europe/Guernsey Europe/Isle_of_Man Europe/Jersey',
    MSK: 'Europe/Kirov Europe/Moscow Europe/Simferopol Europe/Volgograd',
    ChST: 'Pacific/Guam Pacific/Saipan',
    SST: 'Pacific/Midway Pacific/Pago_Pago',
    '': 'Antarctica/Casey Antarctica/Troll Asia/Colombo',
  }).flatMap(([names, zones]) => {
    const [standard = '', summer = standard] = names.split(' ')
    return zones.split(' ').map((zone) => [zone, [standard || null, summer || null]] as const)
  }),
)

/** Names are kept for the time since then; before it, clocks of the same offset have the name they had that year. */
const named = [Date.UTC(1972, 0, 1), Date.UTC(1972, 6, 1)] as const

/** `EST`, `CEST`; `+03`, `+0545` where nothing is in use, and `GMT+0530` for an offset that is no place's. */
export function abbreviation(utc: number, zone: Zone): string {
  const offset = zone.offsetAt(utc)
  if (zone.fixed) return /^[+-]/.test(zone.name) ? `GMT${offsetLabel(offset, '')}` : zone.name
  const at = utc < named[0] ? (named.find((moment) => zone.offsetAt(moment) === offset) ?? utc) : utc
  const inEnglish = formatsOf(zone)
  const own = ownNames.get(inEnglish[0]?.resolvedOptions().timeZone ?? '')
  const name = own === undefined ? nameInUse(at, inEnglish) : own[isSummerTime(utc, zone) ? 1 : 0]
  return name ?? offsetLabel(offset, '').replace(/00$/, '')
}

const formats = new WeakMap<Zone, readonly Intl.DateTimeFormat[]>()

/** Kept with the zone: making one costs more than a page of formatting. */
function formatsOf(zone: Zone): readonly Intl.DateTimeFormat[] {
  const known = formats.get(zone)
  if (known) return known
  const made = locales.map((locale) => new Intl.DateTimeFormat(locale, { timeZone: zone.name, timeZoneName: 'short' }))
  formats.set(zone, made)
  return made
}

function nameInUse(utc: number, inEnglish: readonly Intl.DateTimeFormat[]): string | null {
  for (const format of inEnglish) {
    const label = format.formatToParts(utc).find((part) => part.type === 'timeZoneName')?.value ?? ''
    if (inUse.has(label)) return label
  }
  return null
}

/** Whether the clock is ahead of the zone's smaller offset of that year. */
export function isSummerTime(utc: number, zone: Zone): boolean {
  const { year } = localToCivil(utcToLocal(utc, zone))
  const offsetIn = (month: number) =>
    zone.offsetAt(civilToLocal({ year, month, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }))
  return zone.offsetAt(utc) > Math.min(offsetIn(1), offsetIn(7))
}
