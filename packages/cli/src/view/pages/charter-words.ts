/** The terms of a charter as sentences. */
import { type CharterTerms, type Majority, type Threshold } from '@ardiya/core/process/charter'
import { list, plain } from '../say'

export const charterWords = (terms: CharterTerms): ReadonlyArray<string> => [
  `quorum: ${thresholdWords(terms.quorum)} of the eligible; remote presence ${counts(terms.remoteCounts)}`,
  ...(terms.secondCall === undefined
    ? []
    : [`second call: ${thresholdWords(terms.secondCall.quorum)}, after ${terms.secondCall.afterDays} days`]),
  `majority: ${majorityWords(terms.majority.default)}`,
  ...Object.entries(terms.majority.bySubject ?? {}).flatMap(([subject, majority]) =>
    majority === undefined ? [] : [`majority on a ${plain(subject)}: ${majorityWords(majority)}`]
  ),
  `abstentions ${terms.abstentionsCount ? 'are' : 'are not'} in the base; a tie ${
    terms.tie === 'rejected' ? 'rejects' : 'is decided by the chair'
  }`,
  `consensus: a block ${terms.consensus.blockNeedsReason ? 'needs a reason' : 'needs no reason'}, then ${
    terms.consensus.fallback === 'vote' ? 'a vote' : 'deferral'
  }`,
  terms.proxies.perHolder === 0
    ? 'no proxies'
    : `proxies: ${terms.proxies.perHolder} per holder, ${counts(terms.proxies.countForQuorum)} for the quorum`,
  ...(terms.secretBallotFor.length === 0
    ? []
    : [`secret ballot on: ${list(terms.secretBallotFor.map(plain))}`]),
  `support before adoption: ${terms.support.parts === 0 ? 'none asked' : `${terms.support.parts}/${terms.support.of} of the eligible`}`,
  `merge: ${mergeWords(terms.mergeConsent)}`,
  `late submissions ${terms.lateSubmissions}${terms.submissionsUntil === undefined ? '' : `, submissions until ${terms.submissionsUntil}`}`,
  ...(terms.minutes === undefined
    ? []
    : [`minutes: approved by silence after ${terms.minutes.tacitAfterDays} days`]),
  ...answerWords(terms.answerWithinDays),
  `the charter is amended by ${majorityWords(terms.amendCharter)}`,
  `signatures: ${terms.signatures}`
]

const counts = (does: boolean): string => (does ? 'counts' : 'does not count')

const thresholdWords = ({ than, fraction }: Threshold): string =>
  `${than === 'moreThan' ? 'more than' : 'at least'} ${fraction.parts}/${fraction.of}`

const majorityWords = ({ base, threshold }: Majority): string =>
  `${thresholdWords(threshold)} of ${base === 'cast' ? 'the votes cast' : `the ${base}`}`

const mergeWords = (consent: CharterTerms['mergeConsent']): string => {
  switch (consent.rule) {
    case 'everyAuthor':
      return 'every author agrees'
    case 'silenceAfterDays':
      return `silence is consent after ${consent.days} days`
    case 'meeting':
      return 'a meeting may decide it'
  }
}

const answerWords = (days: CharterTerms['answerWithinDays']): ReadonlyArray<string> => {
  const said = Object.entries(days).map(([level, within]) => `${level} ${within}`)
  return said.length === 0 ? [] : [`answers are due within days: ${list(said)}`]
}
