import { getI18n } from 'react-i18next'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'

/** Takes an article out of its story, where it is not put again. */
export async function notThisStory(articleId: string): Promise<void> {
  const done = getI18n().t('library.story.toldApart', { count: 1 })
  await act(() => client.story.leave.mutate({ ids: [articleId] }), done)
}
