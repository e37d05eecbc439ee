import { type CommandId, PersonRef, type UtcInstant, type Zone } from '@ardiya/core/kernel/primitives'
import { CommandId as CommandIdCodec, UtcInstant as UtcInstantCodec } from '@ardiya/core/kernel/primitives'
import { machineClock } from './clock'
import { newCommandId } from './command-ids'
import { personOfCommand, randomPerson } from './persons'
import { inZone, offsetAt } from './zones'

const command = '01a20a9e-0000-7000-8000-000000000001' as CommandId
const casablanca = 'Africa/Casablanca' as Zone

describe('the machine', () => {
  it('gives command ids and instants of the stored form', () => {
    expect(CommandIdCodec.is(newCommandId())).toBe(true)
    expect(UtcInstantCodec.is(machineClock())).toBe(true)
  })

  it('gives persons by chance, or the same ones for the same command of a demonstration', () => {
    const one = randomPerson(command)()
    expect(PersonRef.is(one.person)).toBe(true)
    expect(one.salt).toMatch(/^[0-9a-f]{64}$/)
    expect(randomPerson(command)()).not.toEqual(one)
    expect(personOfCommand(command)()).toEqual({
      person: 'p_xl2wiz3lxth7whslay4ubljday',
      salt: 'e0280639bd0af9750038cc9c9e5cec7842bbb47075cb35a5755dea298db1b92f'
    })
  })

  it('knows the offset in force in Khemisset, also in Ramadan', () => {
    expect(offsetAt(casablanca, '2025-10-26T10:00:00.000')).toBe('+01:00')
    expect(offsetAt(casablanca, '2026-03-01T10:00:00.000')).toBe('+00:00')
    expect(inZone(casablanca, '2025-10-26T09:00:04.120Z' as UtcInstant)).toBe('2025-10-26T10:00:04.120+01:00')
    expect(inZone('Asia/Kathmandu' as Zone, '2025-10-26T09:00:00.000Z' as UtcInstant)).toBe(
      '2025-10-26T14:45:00.000+05:45'
    )
    expect(inZone('America/St_Johns' as Zone, '2025-01-01T01:00:00.000Z' as UtcInstant)).toBe(
      '2024-12-31T21:30:00.000-03:30'
    )
  })

  it.each([
    ['Africa/Casablanca', 'before Ramadan', '2026-02-15T02:30:00.000', '+01:00'],
    ['Europe/London', 'in October', '2026-10-25T01:30:00.000', '+01:00'],
    ['America/New_York', 'in November', '2026-11-01T01:30:00.000', '-04:00']
  ])('takes the first of the hour that is repeated in %s %s', (zone, _, local, offset) => {
    expect(offsetAt(zone as Zone, local)).toBe(offset)
  })

  it.each([
    ['Africa/Casablanca', 'after Ramadan', '2026-03-22T02:30:00.000', '+01:00'],
    ['Europe/London', 'in March', '2026-03-29T01:30:00.000', '+01:00'],
    ['America/New_York', 'in March', '2026-03-08T02:30:00.000', '-04:00']
  ])('takes the offset after the hour that is skipped in %s %s', (zone, _, local, offset) => {
    expect(offsetAt(zone as Zone, local)).toBe(offset)
  })

  it('does not know the offset of a zone that is not one', () => {
    for (const zone of ['Atlantis/Capital', 'XYZ-3', 'GMT+5', 'Area/XYZ-3', '/etc/localtime', ':UTC'])
      expect(offsetAt(zone as Zone, '2025-10-26T10:00:00.000')).toBeUndefined()
    expect(inZone('Atlantis/Capital' as Zone, '2025-10-26T10:00:00.000Z' as UtcInstant)).toBeUndefined()
  })
})
