import fc from 'fast-check'
import {
  acting,
  adopted,
  after,
  compiling,
  drafted,
  frozen,
  submission,
  submissions,
  superseded,
  times
} from '../../test/platform-story'
import { type AssociationRef, type MandateRef } from '../kernel/envelope'
import { type Localized } from '../kernel/primitives'
import { type SubmissionRef } from '../submission/ids'
import { NewBlock, Text } from '../text/text'
import { blocksMarkdown } from './markdown'
import { platformOutline } from './outline'
import { renderPlatform } from './render'
import { type RenderingChoice, type RenderingSources } from './rendering'
import { type PlatformState } from './state'

const localized = (ar: string, fr: string): Localized => ({ ar, fr }) as Localized

const arabic: { readonly [ref: string]: string } = {
  D1: 'مثال توضيحي: انقطاع الماء',
  P1: 'مثال توضيحي: نقل مدرسي',
  P2: 'مثال توضيحي: ماء للدواوير',
  P3: 'مثال توضيحي: توسيع شبكة الماء'
}

const textIn =
  (language: string) =>
  (ref: SubmissionRef): Text | undefined => {
    const title = arabic[ref]
    const text = {
      language,
      title: title ?? '',
      blocks: [{ id: 'b1', kind: 'paragraph', text: `نص ${ref}` }]
    }
    return title !== undefined && language === 'ar' && Text.is(text) ? text : undefined
  }

const sources: RenderingSources = {
  title: localized('ترافع من أجل الخميسات', 'Plaidoyer pour Khémisset'),
  demonstration: true,
  text: textIn('ar'),
  original: textIn('ar'),
  theme: ref => (ref === 'T1' ? localized('الماء', 'Eau') : undefined),
  association: ref => localized(`جمعية محلية ${ref}`, `Association locale ${ref}`),
  about: ref => submissions.find(one => one.ref === ref)
}

const rendered = (
  state: PlatformState,
  choice: Partial<RenderingChoice> = {},
  other: Partial<RenderingSources> = {}
) => {
  const outline = platformOutline(state)
  return outline === undefined
    ? ''
    : renderPlatform(
        outline,
        { ...sources, ...other },
        { language: 'ar' as RenderingChoice['language'], ...choice }
      )
}

const headings = (document: string) => document.split('\n').filter(line => line.startsWith('#'))

describe('The joint document', () => {
  it('says in Arabic what we found, what we ask by number, and what is not in it and why', () => {
    expect(headings(rendered(adopted))).toEqual([
      '# الأرضية الترافعية: ترافع من أجل الخميسات (V1)',
      '## ما وقفنا عليه',
      '### تشخيص: مثال توضيحي: انقطاع الماء (D1@1)',
      '## ما نطالب به',
      '### المطلب 1: مثال توضيحي: توسيع شبكة الماء (V1.1\u200f، P3@1)',
      '### المطلب 2: مثال توضيحي: نقل مدرسي (V1.2\u200f، P1@1)',
      '## ما لم يدرج في الأرضية وسبب ذلك',
      '## مواقف الجمعيات عند الاعتماد'
    ])
    expect(rendered(adopted)).toContain('- المساهمة P2 «مثال توضيحي: ماء للدواوير»: أدمجت في P3.')
    expect(rendered(adopted)).toContain('- مؤيدة مع تحفظ (1): جمعية محلية A2 (تحفظ على V1.2)')
    expect(rendered(adopted)).toContain(`بصمة الوثيقة: \`${adopted.freezes[0]?.documentHash ?? ''}\``)
  })

  it('gives the reason of what is not in it as a sentence of its own', () => {
    const outline = platformOutline(adopted)
    const declined = { ref: 'P2', fate: 'declined', reason: 'trop cher' }
    const document =
      outline === undefined
        ? ''
        : renderPlatform({ ...outline, exclusions: [declined] as never }, sources, {
            language: 'fr' as RenderingChoice['language']
          })
    expect(document).toContain('non retenue. Motif : trop cher')
  })

  it('begins every Arabic line with an Arabic word, so that it is laid out from right to left', () => {
    const lines = `${rendered(adopted)}\n${rendered(superseded)}`
      .split('\n')
      .filter(line => line !== '' && line !== '---')
    expect(lines.filter(line => !/^[#>*\s-]*[\u0600-\u06ff]/u.test(line))).toEqual([])
  })

  it('says that it is a demonstration where it is one, and only there', () => {
    expect(rendered(adopted)).toContain('> **عرض توضيحي')
    expect(rendered(adopted, {}, { demonstration: false })).not.toContain('عرض توضيحي:')
  })

  it('in another language has its headings and names, and says what is not translated', () => {
    const french = rendered(
      adopted,
      { language: 'fr' as RenderingChoice['language'] },
      { text: textIn('fr') }
    )
    expect(french).toContain('# Plateforme de plaidoyer : Plaidoyer pour Khémisset (V1)')
    expect(french).toContain('Seul le texte dans la langue de référence fait foi')
    expect(french).toContain('*Axes : Eau*')
    expect(french).toContain('*Le texte n’existe pas dans cette langue.*')
    expect(rendered(adopted, { language: 'en' as RenderingChoice['language'] })).toContain('## What we ask')
  })

  it('gives a title in the language that there is, marked with it, and never a bare reference', () => {
    const french = rendered(
      adopted,
      { language: 'fr' as RenderingChoice['language'] },
      { text: textIn('fr') }
    )
    expect(headings(french)).toContain('### Revendication 2 : مثال توضيحي: نقل مدرسي (ar) (V1.2, P1@1)')
    expect(rendered(adopted)).not.toContain('(ar)')
  })

  it('rule 13: once superseded says by which, and of each clause what follows it or why nothing does', () => {
    const old = rendered(superseded, { language: 'en' as RenderingChoice['language'] })
    expect(old).toContain('**adopted, superseded by a later version (V2)**')
    const [, first = '', second = ''] = old.split('### Clause')
    expect(first).toContain('*Followed by: V2.1*')
    expect(second).toContain('*Not carried on in the later version, reason: مثال توضيحي: تحقق*')
    expect(rendered(adopted, { language: 'en' as RenderingChoice['language'] })).not.toContain('Followed by')
  })

  it('once set aside says why', () => {
    const given = {
      ...frozen,
      setAside: { at: times.later, decision: 'M3-Q1', reason: 'مثال توضيحي: بقي خلاف' }
    }
    expect(rendered(given as unknown as PlatformState)).toContain(
      '**متخلى عنها** السبب: مثال توضيحي: بقي خلاف'
    )
  })

  it('limited to a level or a theme holds what concerns it, with the numbers of the whole', () => {
    const local = rendered(adopted, { level: 'local' })
    expect(local).toContain('هذه الوثيقة تقتصر على: جماعي.')
    expect(headings(local)).toContain('### المطلب 2: مثال توضيحي: نقل مدرسي (V1.2\u200f، P1@1)')
    expect(local).not.toContain('المطلب 1')
    const water = rendered(adopted, { theme: 'T1' as NonNullable<RenderingChoice['theme']> })
    expect(water).toContain('المطلب 1')
    expect(water).not.toContain('المطلب 2')
  })

  it('as a draft has no numbers and no hash, and says what is undecided', () => {
    const draft = after(
      [compiling(times.later, { submissions: [...submissions, submission('P7')] })],
      drafted
    )
    expect(rendered(draft)).toContain('**مسودة**')
    expect(rendered(draft)).toContain('### المطلب: مثال توضيحي: نقل مدرسي (P1@1)')
    expect(rendered(draft)).toContain('- المساهمة P7 «P7»')
    expect(rendered(draft)).not.toContain('sha256:')
    expect(platformOutline(after([]))).toBeUndefined()
  })

  it('names the associations that dissociated themselves afterwards', () => {
    const leave = acting('DissociateFromPlatform', { platform: 'V1', reason: 'تغير الموقف' }, times.later, {
      actor: { as: 'association', association: 'A3' as AssociationRef, mandate: 'A3-m1' as MandateRef }
    })
    expect(rendered(after([leave], adopted))).toContain('- جمعية محلية A3: تغير الموقف')
  })
})

const block = (value: object): NewBlock => {
  if (!NewBlock.is(value)) throw new Error('not a block')
  return value
}

describe('People’s words in Markdown', () => {
  it('stay words: nothing that they wrote becomes a mark', () => {
    const words = (text: string) => blocksMarkdown([block({ kind: 'paragraph', text })], 3)
    expect(words('# *مهم* <b> [1](x) `a`')).toBe('\\# \\*مهم\\* \\<b\\> \\[1\\](x) \\`a\\`')
    expect([words('1. أولا'), words('- نقطة'), words('+ زائد')]).toEqual([
      '1\\. أولا',
      '\\- نقطة',
      '\\+ زائد'
    ])
  })

  it('keep headings below the clause they stand in, and items together', () => {
    const blocks = [
      block({ kind: 'heading', level: 1, text: 'عنوان' }),
      block({ kind: 'item', level: 3, text: 'أول' }),
      block({ kind: 'item', level: 2, text: 'ثان' }),
      block({ kind: 'heading', level: 6, text: 'آخر' })
    ]
    expect(blocksMarkdown(blocks, 3)).toBe('#### عنوان\n\n- أول\n  - ثان\n\n###### آخر')
  })

  it('are never indented so deep that Markdown takes them for code', () => {
    const levels = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(levels, given => {
        const indents = blocksMarkdown(
          given.map(level => block({ kind: 'item', level, text: 'بند' })),
          3
        )
          .split('\n')
          .map(line => line.indexOf('-'))
        indents.forEach((indent, index) => {
          expect(indent).toBeLessThanOrEqual((indents[index - 1] ?? -2) + 2)
        })
      })
    )
  })
})
