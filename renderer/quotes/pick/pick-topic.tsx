import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTopicPath } from '#shared/domain/topic.ts'
import { act } from '../../app/act.ts'
import { topicOptions } from '../../reader/margin/picker-options.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './pick.module.css'
import { PickPopover, type PickProps } from './pick-popover.tsx'

/** All topics behind a button, found by name, alias or path; what is missing of a path that was typed is made. */
export function PickTopic(props: PickProps) {
  const { t } = useTranslation()
  const names = useNotebookNames()
  const optionsOf = useCallback(() => topicOptions(names.topics, names.topicPath, []), [names])
  const create = async (written: string) => {
    const topic = await act(() => client.topic.ensurePath.mutate({ path: parseTopicPath(written) }))
    if (topic === undefined) return
    await queryClient.refetchQueries({ queryKey: rpc.topic.list.queryKey() })
    props.onChoose(topic.id)
  }
  return (
    <PickPopover
      pick={props}
      placeholder={t('quotes.card.topicFind')}
      optionsOf={optionsOf}
      onCreate={(written) => void create(written)}
      renderOption={({ path, colour }) => (
        <>
          {path.length > 1 && <bdi className={styles.above}>{path.slice(0, -1).join(' › ')} › </bdi>}
          <bdi style={{ color: `var(--topic-${colour + 1})` }}>{path.at(-1)}</bdi>
        </>
      )}
    />
  )
}
