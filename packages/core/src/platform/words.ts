/** The words that the joint document is laid out with, in Arabic, French and English. */
import { type Language } from '../kernel/primitives'
import { type Level } from '../process/ids'
import { type Area } from '../submission/events'
import { type SubmissionKind } from '../submission/ids'
import { type Fate, type Position } from './events'
import { type PlatformStanding } from './standing'

export interface DocumentWords {
  readonly platform: string
  readonly demonstration: string
  readonly standing: { readonly [S in PlatformStanding]: string }
  readonly only: string
  readonly translated: string
  readonly findings: string
  readonly asks: string
  readonly exclusions: string
  readonly undecided: string
  readonly nothing: string
  readonly noText: string
  readonly kind: { readonly [K in SubmissionKind]: string }
  readonly clause: string
  readonly submission: string
  readonly themes: string
  readonly areas: string
  readonly levels: string
  readonly level: { readonly [L in Level]: string }
  readonly area: { readonly [K in Exclude<Area['kind'], 'quarter'>]: string }
  readonly fate: { readonly [F in Fate]: string }
  readonly reason: string
  /** Of a clause of a superseded platform: the clause that took its place; or why none did. */
  readonly followedBy: string
  readonly dropped: string
  readonly positions: string
  readonly position: { readonly [P in Position['position']]: string }
  readonly onClauses: string
  readonly dissociated: string
  readonly hash: string
  /** Between the things of a list. */
  readonly comma: string
  /** Between a thing and what is said of it. */
  readonly colon: string
  readonly quoted: readonly [string, string]
}

const ar: DocumentWords = {
  platform: 'الأرضية الترافعية',
  demonstration: 'عرض توضيحي: هذا المسار مثال لا يلزم أحدا، وكل نص يبدأ بعبارة «مثال توضيحي» مختلق للشرح.',
  standing: {
    none: 'لم تجمع بعد',
    draft: 'مسودة',
    frozen: 'مجمدة في انتظار التصويت',
    adopted: 'معتمدة',
    setAside: 'متخلى عنها',
    superseded: 'معتمدة، وعوضتها نسخة لاحقة'
  },
  only: 'هذه الوثيقة تقتصر على',
  translated: 'النص المرجعي هو نص اللغة المعتمدة في المسار، وهذه ترجمة له',
  findings: 'ما وقفنا عليه',
  asks: 'ما نطالب به',
  exclusions: 'ما لم يدرج في الأرضية وسبب ذلك',
  undecided: 'مساهمات لم يحسم مآلها بعد',
  nothing: 'لا شيء.',
  noText: 'النص غير متوفر بهذه اللغة.',
  kind: { diagnosis: 'تشخيص', assessment: 'تقييم', proposal: 'مقترح' },
  clause: 'المطلب',
  submission: 'المساهمة',
  themes: 'المحاور',
  areas: 'المجالات',
  levels: 'المستويات',
  level: { local: 'جماعي', provincial: 'إقليمي', regional: 'جهوي', national: 'وطني' },
  area: { urban: 'حضري', periUrban: 'شبه حضري', rural: 'قروي' },
  fate: {
    adoptedAsIs: 'اعتمدت كما هي',
    adoptedAsAmended: 'اعتمدت معدلة',
    mergedInto: 'أدمجت في',
    splitInto: 'قسمت إلى',
    deferred: 'أجلت',
    declined: 'لم تقبل',
    withdrawn: 'سحبها أصحابها',
    returned: 'أعيدت لأسباب شكلية',
    lapsed: 'سقطت لأنها لم تستوف القبول الشكلي'
  },
  reason: 'السبب',
  followedBy: 'حل محله',
  dropped: 'لم يحتفظ به في النسخة اللاحقة، والسبب',
  positions: 'مواقف الجمعيات عند الاعتماد',
  position: {
    endorsing: 'مؤيدة',
    withReservations: 'مؤيدة مع تحفظ',
    opposing: 'معارضة',
    abstaining: 'ممتنعة',
    absent: 'غائبة'
  },
  onClauses: 'تحفظ على',
  dissociated: 'جمعيات تنصلت بعد الاعتماد',
  hash: 'بصمة الوثيقة',
  comma: '\u200f، ',
  colon: ': ',
  quoted: ['«', '»']
}

const fr: DocumentWords = {
  platform: 'Plateforme de plaidoyer',
  demonstration:
    'Démonstration : ce parcours est un exemple qui n’engage personne ; tout texte précédé de « مثال توضيحي » est inventé.',
  standing: {
    none: 'pas encore compilée',
    draft: 'projet',
    frozen: 'figée, en attente du vote',
    adopted: 'adoptée',
    setAside: 'abandonnée',
    superseded: 'adoptée, remplacée par une version ultérieure'
  },
  only: 'Ce document se limite à',
  translated: 'Seul le texte dans la langue de référence fait foi ; ceci en est une traduction',
  findings: 'Ce que nous avons constaté',
  asks: 'Ce que nous demandons',
  exclusions: 'Ce qui n’y figure pas, et pourquoi',
  undecided: 'Contributions dont le sort n’est pas encore fixé',
  nothing: 'Rien.',
  noText: 'Le texte n’existe pas dans cette langue.',
  kind: { diagnosis: 'Diagnostic', assessment: 'Évaluation', proposal: 'Proposition' },
  clause: 'Revendication',
  submission: 'Contribution',
  themes: 'Axes',
  areas: 'Espaces',
  levels: 'Niveaux',
  level: { local: 'local', provincial: 'provincial', regional: 'régional', national: 'national' },
  area: { urban: 'urbain', periUrban: 'périurbain', rural: 'rural' },
  fate: {
    adoptedAsIs: 'adoptée telle quelle',
    adoptedAsAmended: 'adoptée amendée',
    mergedInto: 'fusionnée dans',
    splitInto: 'divisée en',
    deferred: 'reportée',
    declined: 'non retenue',
    withdrawn: 'retirée par ses auteurs',
    returned: 'renvoyée pour motif de forme',
    lapsed: 'caduque, jamais admise'
  },
  reason: 'motif',
  followedBy: 'Remplacée par',
  dropped: 'Non reprise dans la version ultérieure, motif',
  positions: 'Positions des associations lors de l’adoption',
  position: {
    endorsing: 'pour',
    withReservations: 'pour avec réserves',
    opposing: 'contre',
    abstaining: 'abstention',
    absent: 'absentes'
  },
  onClauses: 'réserves sur',
  dissociated: 'Associations qui se sont désolidarisées après l’adoption',
  hash: 'Empreinte du document',
  comma: ', ',
  colon: ' : ',
  quoted: ['« ', ' »']
}

const en: DocumentWords = {
  platform: 'Advocacy platform',
  demonstration:
    'Demonstration: this path is an example that binds nobody; any text that begins with «مثال توضيحي» is invented.',
  standing: {
    none: 'not yet compiled',
    draft: 'draft',
    frozen: 'frozen, awaiting the vote',
    adopted: 'adopted',
    setAside: 'set aside',
    superseded: 'adopted, superseded by a later version'
  },
  only: 'This document is limited to',
  translated: 'Only the text in the authoritative language is binding; this is a translation of it',
  findings: 'What we found',
  asks: 'What we ask',
  exclusions: 'What is not in it, and why',
  undecided: 'Submissions that have no fate yet',
  nothing: 'Nothing.',
  noText: 'The text does not exist in this language.',
  kind: { diagnosis: 'Diagnosis', assessment: 'Assessment', proposal: 'Proposal' },
  clause: 'Clause',
  submission: 'Submission',
  themes: 'Themes',
  areas: 'Areas',
  levels: 'Levels',
  level: { local: 'local', provincial: 'provincial', regional: 'regional', national: 'national' },
  area: { urban: 'urban', periUrban: 'peri-urban', rural: 'rural' },
  fate: {
    adoptedAsIs: 'adopted as is',
    adoptedAsAmended: 'adopted as amended',
    mergedInto: 'merged into',
    splitInto: 'split into',
    deferred: 'deferred',
    declined: 'declined',
    withdrawn: 'withdrawn by its authors',
    returned: 'returned on formal grounds',
    lapsed: 'lapsed, never admitted'
  },
  reason: 'reason',
  followedBy: 'Followed by',
  dropped: 'Not carried on in the later version, reason',
  positions: 'Where the associations stood at the adoption',
  position: {
    endorsing: 'endorsing',
    withReservations: 'endorsing with reservations',
    opposing: 'opposing',
    abstaining: 'abstaining',
    absent: 'absent'
  },
  onClauses: 'reservations on',
  dissociated: 'Associations that dissociated themselves after the adoption',
  hash: 'Document hash',
  comma: ', ',
  colon: ': ',
  quoted: ['“', '”']
}

/** The words of a language by its primary subtag; any other language is laid out in French words, as in Morocco. */
export const documentWords = (language: Language): DocumentWords => {
  const subtag = language.split('-')[0]
  if (subtag === 'ar') return ar
  return subtag === 'en' ? en : fr
}
