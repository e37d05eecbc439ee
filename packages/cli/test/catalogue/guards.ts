/**
 * Refusals that no act meets, because intake itself looks up what they are about: they hold off forged commands alone,
 * where a log is decided again. Each is shown on a command made by hand.
 */
import { type Command } from '@ardiya/core/path/command-table'
import { type RejectionTag } from '@ardiya/core/path/all-rejections'
import { association, coalitionOf, secretary, submission, text } from './cast'
import { act, commandOf, on, personOf, type Script } from './script'

interface Guard {
  readonly because: string
  readonly command: Pick<Command, 'name' | 'actor'> & { readonly payload: object }
}

/** What the record holds before the forged commands. */
export const beforeTheForgery: Script = {
  title: 'what a forger finds',
  steps: [
    ...coalitionOf(3),
    act(
      secretary,
      'GrantMandate',
      { association: 'A2', person: { name: 'ن' }, role: 'alternate', from: '2025-10-20' },
      { called: 'the person of A2' }
    ).gives('MandateGranted'),
    on('2025-11-01T09:00'),
    ...[2, 3].map(n =>
      act(association(n), 'Submit', submission('proposal', text('الماء', 'توفير الماء'))).gives(
        'SubmissionReceived',
        'TextRevised'
      )
    ),
    act(association(2), 'ProposeMerge', {
      sources: ['P1', 'P2'],
      title: 'واحد',
      blocks: [{ block: { kind: 'paragraph', text: 'الماء' }, from: ['P1#b1'] }]
    }).gives('MergeProposed')
  ]
}

export const guards: { readonly [Tag in RejectionTag]?: Guard } = {
  CommitmentNotCurrent: {
    because: 'intake names the commitment that the record has last of a known person (rule 20)',
    command: {
      name: 'GrantMandate',
      actor: secretary,
      payload: {
        ref: 'A2-m3',
        association: 'A2',
        person: personOf('the person of A2'),
        commitment: `sha256:${'0'.repeat(64)}`,
        role: 'alternate',
        from: '2025-10-20'
      }
    }
  },
  SourcesDiffer: {
    because: 'intake names the sources of a merge, and with them what the decision reads',
    command: {
      name: 'GiveMergeConsent',
      actor: association(3),
      payload: { merge: 'P3', sources: ['P1'] }
    }
  }
}

/** The forged command as it would stand in a log. */
export const forged = ({ command }: Guard): Command =>
  ({
    ...command,
    id: commandOf(`forged ${command.name}`),
    process: 'khemisset',
    v: 1,
    occurredAt: '2025-11-02T10:00:00.000+01:00',
    recordedAt: '2025-11-02T09:00:00.000Z',
    recordedBy: command.actor.as === 'meeting' ? 'A1-m2' : command.actor.mandate
  }) as Command
