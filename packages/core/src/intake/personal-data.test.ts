import fc from 'fast-check'
import { personalDataIn, personalDataOf } from './personal-data'

const found = (text: string) => personalDataIn(text).map(datum => datum.found)

const arabicDigits = (text: string): string =>
  text.replace(/[0-9]/g, digit => String.fromCharCode(0x660 + Number(digit)))

describe('Personal data in what people write', () => {
  it.each([
    ['اتصلوا بالكاتب على 0612345678 قبل الجمعة.', '0612345678'],
    ['الهاتف: ٠٦ ١٢ ٣٤ ٥٦ ٧٨', '٠٦ ١٢ ٣٤ ٥٦ ٧٨'],
    ['الهاتف ۰۶۱۲۳۴۵۶۷۸', '۰۶۱۲۳۴۵۶۷۸'],
    ['يرجى الاتصال بـ0537-701234، مكتب الجمعية', '0537-701234'],
    ['واتساب: ‪+212 6 12 34 56 78‬', '+212 6 12 34 56 78'],
    ['رقمه 00212612345678 منذ سنة', '00212612345678'],
    ['رقمه ٠٠٢١٢ ٦١٢ ٣٤٥ ٦٧٨', '٠٠٢١٢ ٦١٢ ٣٤٥ ٦٧٨'],
    ['راسلوا amina.b@example.ma، أو احضروا', 'amina.b@example.ma'],
    ['بريده: رشيد@مثال.المغرب', 'رشيد@مثال.المغرب'],
    ['Tél. : 06.12.34.56.78', '06.12.34.56.78'],
    ['Joindre Mme B. au 05 37 70 12 34 le matin', '05 37 70 12 34'],
    ['au (05) 37-70-12-34', '05) 37-70-12-34'],
    ['GSM : 07 12 34 56 78 (soir)', '07 12 34 56 78'],
    ['portable +212 (0) 612 345 678', '+212 (0) 612 345 678'],
    ['en France : +33 6 12 34 56 78', '+33 6 12 34 56 78'],
    ['en Espagne : 0034 612 345 678', '0034 612 345 678'],
    ['WhatsApp 212612345678', '212612345678'],
    ['le 05-10-2025, appeler le 0612 345 678', '0612 345 678'],
    ['écrire à Jean-Pierre.D+eau@mairie.exemple.fr.', 'Jean-Pierre.D+eau@mairie.exemple.fr'],
    ['eau@www.ma', 'eau@www.ma'],
    ['eau@a-www.ma', 'eau@a-www.ma'],
    ['mailto:eau@example.org', 'eau@example.org'],
    ['0612345678@example.org', '0612345678@example.org']
  ])('are found: %s', (text, datum) => {
    expect(found(text)).toEqual([datum])
  })

  it('are found each by itself, whatever stands between them', () => {
    expect(found('06 12 34 56 78 / 05 37 70 12 34')).toEqual(['06 12 34 56 78', '05 37 70 12 34'])
    expect(found('0612345678 0537701234')).toEqual(['0612345678', '0537701234'])
    expect(found('a@example.ma;b@example.ma')).toEqual(['a@example.ma', 'b@example.ma'])
  })

  it.each([
    'التأم اللقاء يوم 26-10-2025 على الساعة 10:00',
    'من 05-10-2025 10:30 إلى 06.10.2025 12:00',
    'يوم ٠٥-١٠-٢٠٢٥ ١٠ صباحا',
    'الميزانية ‎1 500 000,00‎ درهم، بزيادة +150 000 000 درهم',
    'القانون رقم 09-08 والظهير الشريف 1.02.297 والقانون 113.14',
    'رقم التعريف الموحد للمقاولة 001234567000089',
    'الجمعيات A1 و A2، المقترح P12.3، العقدة 612345678',
    'https://example.org/٠٦١٢٣٤٥٦٧٨?a=b@example.ma',
    'Le 2025-10-26T10:00:00.000+01:00, au kilomètre 12',
    'log version 612345678, 0.612345678 et 12.0612345678',
    'sha256:a0612345678b0612345678c0612345678d',
    '019a1f00-0000-7000-8000-000000000001.0',
    'Registre du commerce 61234, RIB 007 780 000123456789012345 12',
    '1.500.000 DH, 212 600 000 000 MAD, +120 000 000 € et 06 %',
    'une hausse de +150 000 000 000 dirhams, soit +15 000 000 000 MAD',
    'www.exemple.ma/contact@ville.ma, rendez-vous @ 18h, @coalition',
    'article 6, alinéas 05, 06, 07, 08 et 09'
  ])('are not: %s', text => {
    expect(found(text)).toEqual([])
  })

  const prose = fc.stringMatching(/^[ a-zéàا-ي،]{0,30}$/).map(words => `${words} `)
  const separator = fc.constantFrom('', ' ', '.', '-', '\u00a0', ' - ', '\u200e')
  const phone = fc
    .tuple(
      fc.constantFrom('0', '+212', '00212', '+212 ', '+212-'),
      fc.stringMatching(/^[5-8][0-9]{8}$/),
      separator,
      fc.constantFrom(1, 2, 3, 4, 9)
    )
    .map(
      ([prefix, rest, between, step]) =>
        prefix + [...rest].map((digit, at) => (at > 0 && at % step === 0 ? between + digit : digit)).join('')
    )
  const mail = fc
    .tuple(
      fc.stringMatching(/^[a-z0-9]{1,9}(\.[a-z0-9]{1,9})?$/),
      fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z]{1,5})?$/)
    )
    .map(([local, domain]) => `${local}@${domain}.ma`)

  it('are found wherever they stand, in whichever digits they are written', () => {
    fc.assert(
      fc.property(prose, phone, prose, mail, fc.boolean(), (before, number, between, address, arabic) => {
        const written = arabic ? arabicDigits(number) : number
        expect(found(`${before}${written} ${between}${address} ${before}`)).toEqual([address, written])
      }),
      { numRuns: 1000 }
    )
  })

  it('are parts of the text, and none is in a text without a digit and an at sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(found(text).every(datum => text.includes(datum))).toBe(true)
        expect(found(text.replace(/[\p{Nd}@]/gu, ''))).toEqual([])
      })
    )
  })

  it('are looked for in a time that grows with the text, not with its square', () => {
    const took = (text: string): number => {
      const begun = process.cpuUsage().user
      found(text)
      return process.cpuUsage().user - begun
    }
    for (const part of ['a', '6', '0 ', 'a.', 'a@a.', '+1 (', 'http://', '212612345678 '])
      expect([part, took(part.repeat(100_000)) < 2_000_000]).toEqual([part, true])
  })
})

describe('Personal data in a line of input', () => {
  const fields = (line: unknown) => personalDataOf(line).map(({ field }) => field)

  it('are found in every free text of payload and evidence, with the field', () => {
    expect(
      personalDataOf({
        name: 'Submit',
        evidence: { kind: 'inTheRoom', note: 'a@example.ma' },
        payload: { texts: [{ title: 'ماء', blocks: [{ text: 'نص' }, { text: '0612345678' }] }] }
      })
    ).toEqual([
      { field: 'payload.texts[0].blocks[1].text', kind: 'phone', found: '0612345678' },
      { field: 'evidence.note', kind: 'mail', found: 'a@example.ma' }
    ])
  })

  it('are where they belong in the details of a person, and there only', () => {
    const person = { name: 'F. B.', phone: '0612345678', mail: 'a@example.ma' }
    expect(fields({ name: 'OpenProcess', payload: { mandate: { person } } })).toEqual([])
    expect(fields({ name: 'GrantMandate', payload: { person } })).toEqual([])
    expect(fields({ name: 'ChangePersonDetails', payload: { details: person } })).toEqual([])
    expect(fields({ name: 'GrantMandate', payload: { persons: { phone: '0612345678' } } })).toEqual([
      'payload.persons.phone'
    ])
    expect(fields({ name: 'DefineTheme', payload: { details: { phone: '0612345678' } } })).toEqual([
      'payload.details.phone'
    ])
  })

  it('are not looked for in addresses of pages, registers, hashes and keys', () => {
    expect(
      fields({
        payload: {
          uri: 'x:0612345678',
          registerNumber: '0612345678',
          hash: '0612345678',
          keys: [{ key: '0612345678' }]
        }
      })
    ).toEqual([])
  })

  it('are none in what is no line', () => {
    fc.assert(fc.property(fc.jsonValue(), value => Array.isArray(personalDataOf(value))))
    expect(personalDataOf(null)).toEqual([])
  })
})
