/** `ardiya store`: its arguments, options and help. */
import { type Command } from 'commander'
import { examples } from './examples'
import { type Perform } from './perform'

export const addStore = (program: Command, perform: Perform): void => {
  const store = program.command('store').description('look after the store')
  store
    .command('info')
    .description('where it is, what it holds, how far the views are')
    .addHelpText('after', examples(['ardiya store info --store sqlite:./coalition.db', '']))
    .action(async (_options: object, command: Command) => {
      const { storeInfo } = await import('../store/info.js')
      await perform(storeInfo, command.optsWithGlobals())
    })
  store
    .command('check')
    .description('check the files, every record, what is kept beside the log, and the directory of persons')
    .option(
      '--sweep',
      'clear the directory of entries over a day old that never came into the log, and of those erased before it was restored'
    )
    .addHelpText(
      'after',
      examples(
        ['ardiya store check', ''],
        ['ardiya store check --sweep', 'also after restoring a backup of the directory']
      )
    )
    .action(async (options: { readonly sweep?: true }, command: Command) => {
      const { storeCheck } = await import('../store/check.js')
      await perform(storeCheck(options), command.optsWithGlobals())
    })
  store
    .command('rebuild')
    .description('make the kept views again from the log')
    .addHelpText('after', examples(['ardiya store rebuild', '']))
    .action(async (_options: object, command: Command) => {
      const { storeRebuild } = await import('../store/rebuild.js')
      await perform(storeRebuild, command.optsWithGlobals())
    })
  store
    .command('backup')
    .argument('<folder>', 'where the copies go; nothing is overwritten')
    .description('copy the record and the directory of persons, verified, while others go on')
    .addHelpText('after', examples(['ardiya store backup ./backup-2026-01-02', '']))
    .action(async (folder: string, _options: object, command: Command) => {
      const { storeBackup } = await import('../store/backup.js')
      await perform(storeBackup(folder), command.optsWithGlobals())
    })
}
