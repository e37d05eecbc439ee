/** The words around the record in minutes that the system drafts: Arabic, French, English. */
import { type Language } from '../../kernel/primitives'
import { type Method, type Motion, type Outcome, type Subject } from '../decision'
import { type AttendanceEntry } from '../state'

type Attending = Extract<AttendanceEntry, { readonly kind: 'arrival' }>['attending']

export interface Wording {
  readonly minutes: string
  readonly chair: string
  readonly rapporteur: string
  readonly chairFrom: string
  readonly attendance: string
  readonly voter: string
  readonly votesFor: string
  readonly agenda: string
  readonly planned: string
  readonly spoke: string
  readonly discussions: string
  readonly decisions: string
  readonly for: string
  readonly against: string
  readonly abstain: string
  readonly present: string
  readonly eligible: string
  readonly quorum: string
  readonly presentNow: string
  readonly standAsides: string
  readonly blocks: string
  readonly reason: string
  readonly corrected: string
  readonly declared: string
  readonly annulled: string
  readonly separator: string
  readonly attending: { readonly [K in Attending]: string }
  readonly method: { readonly [K in Method['kind']]: string }
  readonly motion: { readonly [K in Motion]: string }
  readonly outcome: { readonly [K in Outcome]: string }
  readonly subject: { readonly [K in Subject['kind']]: string }
}

const ar: Wording = {
  minutes: 'محضر',
  chair: 'الرئاسة',
  rapporteur: 'المقرر',
  chairFrom: 'تولى الرئاسة ابتداء من',
  attendance: 'الحضور',
  voter: 'يصوت باسم الجمعية',
  votesFor: 'تصوت نيابة عن',
  agenda: 'جدول الأعمال',
  planned: 'دقيقة',
  spoke: 'المتدخلون',
  discussions: 'المناقشات',
  decisions: 'القرارات',
  for: 'مع',
  against: 'ضد',
  abstain: 'امتناع',
  present: 'الحاضرون',
  eligible: 'من أصل',
  quorum: 'النصاب المطلوب',
  presentNow: 'والحاضرون كما سُجل بعد ذلك',
  standAsides: 'تنحوا جانبا',
  blocks: 'اعترضوا على التوافق',
  reason: 'التعليل',
  corrected: 'صححت الحصيلة لاحقا',
  declared: '، وكانت المعلنة',
  annulled: 'ألغي القرار',
  separator: '، ',
  attending: { inTheRoom: 'حضوريا', remote: 'عن بعد' },
  method: {
    consensus: 'بالتوافق',
    showOfHands: 'برفع الأيدي',
    rollCall: 'بالمناداة',
    secretBallot: 'بالاقتراع السري'
  },
  motion: {
    accept: 'قبول',
    decline: 'عدم قبول',
    defer: 'تأجيل',
    adopt: 'اعتماد',
    merge: 'دمج',
    undoMerge: 'التراجع عن الدمج',
    split: 'تقسيم',
    resolve: 'حسم',
    freeze: 'تجميد النص',
    unfreeze: 'رفع تجميد النص',
    setAside: 'التخلي عن',
    suspend: 'تعليق العضوية',
    reinstate: 'إرجاع العضوية',
    enter: 'الانتقال إلى',
    approve: 'المصادقة على',
    confirm: 'تأكيد',
    annul: 'إلغاء',
    other: 'مسألة أخرى'
  },
  outcome: {
    adopted: 'تمت الموافقة',
    adoptedAsModified: 'تمت الموافقة مع تعديل',
    rejected: 'لم تتم الموافقة',
    deferred: 'أجل البت',
    referred: 'أحيل',
    noDecision: 'دون قرار'
  },
  subject: {
    submission: 'مساهمة',
    amendment: 'تعديل',
    merge: 'دمج',
    split: 'تقسيم',
    collision: 'تعارض',
    platform: 'الأرضية الترافعية',
    charter: 'الميثاق',
    stage: 'مرحلة',
    minutes: 'محضر',
    association: 'جمعية',
    annulment: 'قرار سابق',
    other: 'موضوع آخر'
  }
}

const fr: Wording = {
  minutes: 'Procès-verbal',
  chair: 'Présidence',
  rapporteur: 'Rapporteur',
  chairFrom: 'préside à partir de',
  attendance: 'Présences',
  voter: 'vote pour l’association',
  votesFor: 'vote pour',
  agenda: 'Ordre du jour',
  planned: 'min',
  spoke: 'Interventions',
  discussions: 'Débats',
  decisions: 'Décisions',
  for: 'pour',
  against: 'contre',
  abstain: 'abstentions',
  present: 'présentes',
  eligible: 'sur',
  quorum: 'quorum requis',
  presentNow: 'présentes selon les saisies ultérieures',
  standAsides: 'se sont tenues à l’écart',
  blocks: 'se sont opposées au consensus',
  reason: 'motif',
  corrected: 'décompte corrigé par la suite',
  declared: ', annoncé',
  annulled: 'décision annulée',
  separator: ', ',
  attending: { inTheRoom: 'en salle', remote: 'à distance' },
  method: {
    consensus: 'par consensus',
    showOfHands: 'à main levée',
    rollCall: 'par appel nominal',
    secretBallot: 'au scrutin secret'
  },
  motion: {
    accept: 'accepter',
    decline: 'ne pas retenir',
    defer: 'reporter',
    adopt: 'adopter',
    merge: 'fusionner',
    undoMerge: 'défaire la fusion',
    split: 'scinder',
    resolve: 'trancher',
    freeze: 'figer le texte',
    unfreeze: 'rouvrir le texte',
    setAside: 'abandonner',
    suspend: 'suspendre',
    reinstate: 'réintégrer',
    enter: 'passer à',
    approve: 'approuver',
    confirm: 'confirmer',
    annul: 'annuler',
    other: 'autre question'
  },
  outcome: {
    adopted: 'adopté',
    adoptedAsModified: 'adopté avec modification',
    rejected: 'rejeté',
    deferred: 'reporté',
    referred: 'renvoyé',
    noDecision: 'sans décision'
  },
  subject: {
    submission: 'contribution',
    amendment: 'amendement',
    merge: 'fusion',
    split: 'scission',
    collision: 'conflit',
    platform: 'plateforme de plaidoyer',
    charter: 'charte',
    stage: 'étape',
    minutes: 'procès-verbal',
    association: 'association',
    annulment: 'décision antérieure',
    other: 'autre objet'
  }
}

const en: Wording = {
  minutes: 'Minutes',
  chair: 'Chair',
  rapporteur: 'Rapporteur',
  chairFrom: 'in the chair from',
  attendance: 'Attendance',
  voter: 'votes for the association',
  votesFor: 'votes for',
  agenda: 'Agenda',
  planned: 'min',
  spoke: 'Spoke',
  discussions: 'Discussions',
  decisions: 'Decisions',
  for: 'for',
  against: 'against',
  abstain: 'abstentions',
  present: 'present',
  eligible: 'of',
  quorum: 'quorum needed',
  presentNow: 'present as recorded since',
  standAsides: 'stood aside',
  blocks: 'blocked the consensus',
  reason: 'reason',
  corrected: 'count corrected later',
  declared: ', declared',
  annulled: 'decision annulled',
  separator: ', ',
  attending: { inTheRoom: 'in the room', remote: 'remote' },
  method: {
    consensus: 'by consensus',
    showOfHands: 'by show of hands',
    rollCall: 'by roll call',
    secretBallot: 'by secret ballot'
  },
  motion: {
    accept: 'accept',
    decline: 'decline',
    defer: 'defer',
    adopt: 'adopt',
    merge: 'merge',
    undoMerge: 'undo the merge',
    split: 'split',
    resolve: 'resolve',
    freeze: 'freeze the text',
    unfreeze: 'reopen the text',
    setAside: 'set aside',
    suspend: 'suspend',
    reinstate: 'reinstate',
    enter: 'move on to',
    approve: 'approve',
    confirm: 'confirm',
    annul: 'annul',
    other: 'other matter'
  },
  outcome: {
    adopted: 'adopted',
    adoptedAsModified: 'adopted as modified',
    rejected: 'rejected',
    deferred: 'deferred',
    referred: 'referred',
    noDecision: 'no decision'
  },
  subject: {
    submission: 'submission',
    amendment: 'amendment',
    merge: 'merge',
    split: 'split',
    collision: 'collision',
    platform: 'platform',
    charter: 'charter',
    stage: 'stage',
    minutes: 'minutes',
    association: 'association',
    annulment: 'earlier decision',
    other: 'other subject'
  }
}

/** The words for a language; where there are none yet, the Arabic ones. */
export const wordingIn = (language: Language): Wording => {
  const [primary = ''] = language.split('-')
  return primary === 'fr' ? fr : primary === 'en' ? en : ar
}
