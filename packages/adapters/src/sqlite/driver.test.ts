import { crc32, crc32ByHand } from './checksum'
import { driverInfo, isSafe } from './driver'

describe('the driver', () => {
  it('runs an SQLite without the damage to WAL files', () => {
    expect(isSafe(driverInfo().sqlite)).toBe(true)
  })

  it.each([
    ['3.51.3', true],
    ['3.51.10', true],
    ['3.53.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.9.9', false],
    ['3.45.1', false]
  ])('SQLite %s is safe: %s', (version, safe) => {
    expect(isSafe(version)).toBe(safe)
  })
})

describe('the checksum', () => {
  it('is CRC-32 as everybody computes it', () => {
    expect(crc32ByHand('123456789')).toBe(0xcbf43926)
    expect(crc32('123456789')).toBe(0xcbf43926)
    expect(crc32('الماء', crc32('نطالب'))).toBe(crc32ByHand('نطالبالماء'))
  })
})
