import type { Command } from 'commander'
import { AppError } from '#shared/util/app-error.ts'
import { call } from './call.ts'
import { plain, print } from './output.ts'
import { readSource } from './read-source.ts'
import { inNotebook } from './run.ts'

/** Commands about the styles of citations. */
export function addStyleCommands(program: Command): void {
  const styles = program
    .command('styles')
    .description('the citation styles: those that come with the program, and those that were added')
    .action((_: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const list = await call(session, 'style', 'list', undefined)
        print(
          json,
          list,
          list.map(
            ({ id, title, addedId }) => `${id}  ${plain(title)}${addedId === null ? '' : '  (added)'}`,
          ),
        )
      }),
    )

  styles
    .command('add')
    .description('add the style of a .csl file to the notebook')
    .argument('<file>')
    .option('--replace', 'write over another one that is there by its name')
    .action((file: string, { replace = false }: { replace?: boolean }, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const added = await call(session, 'style', 'add', { csl: readSource(file).toString('utf8'), replace })
        if (added.outcome === 'dependent')
          throw new AppError(
            'style-dependent',
            `“${plain(added.title)}” only names another style: ${plain(added.parent)}`,
            added.style === null ? 'Add that one.' : `It is there: use ${added.style.id}.`,
          )
        const { id, title } = added.style
        if (added.outcome === 'exists')
          throw new AppError(
            'style-exists',
            `There is another text of ${id} in the notebook.`,
            'Say --replace to write over it.',
          )
        print(json, added, [`${said[added.outcome]} ${id}  ${plain(title)}`])
      }),
    )

  styles
    .command('show')
    .description('print the text of a style')
    .argument('<style>', 'a name of the list')
    .action((id: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: true }, async (session, json) => {
        const found = await call(session, 'style', 'get', { id })
        print(json, found, [found.csl])
      }),
    )

  styles
    .command('remove')
    .description('put a style that was added into the trash')
    .argument('<style>', 'a name of the list')
    .action((id: string, _: object, command: Command) =>
      inNotebook(command, { readOnly: false }, async (session, json) => {
        const found = (await call(session, 'style', 'list', undefined)).find((style) => style.id === id)
        if (found === undefined) throw new AppError('no-such-style', `There is no citation style “${id}”.`)
        if (found.addedId === null)
          throw new AppError('style-shipped', `The style ${id} comes with the program and stays.`)
        await call(session, 'style', 'trash', { ids: [found.addedId] })
        print(json, { removed: id }, [`Put into the trash: ${id}`])
      }),
    )
}

const said = { added: 'Added', updated: 'Replaced', same: 'There already:' } as const
