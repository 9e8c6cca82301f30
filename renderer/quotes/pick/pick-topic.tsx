import { type ReactElement, type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTopicPath } from '#shared/domain/topic.ts'
import { act } from '../../app/act.ts'
import { topicOptions } from '../../reader/margin/picker-options.ts'
import { client, queryClient, rpc } from '../../rpc/client.ts'
import { Picker } from '../../ui/picker/picker.tsx'
import { Popover } from '../../ui/popover.tsx'
import { useNotebookNames } from '../notebook-names.ts'
import styles from './pick.module.css'

interface PickTopicProps {
  trigger: ReactElement
  label: string
  chosenId?: string | null | undefined
  onChoose(topicId: string): void
  others?: readonly { id: string; label: string; onChoose(): void }[]
  canCreate?: boolean
  open?: boolean
  onOpenChange?(open: boolean): void
  onCloseAutoFocus?(event: Event): void
  /** Above the topics: what is chosen together with one. */
  children?: ReactNode
}

/** All topics behind a button, found by name, alias or path. */
export function PickTopic(props: PickTopicProps) {
  const { trigger, label, chosenId, onChoose, others = [], canCreate = false, children } = props
  const { t } = useTranslation()
  const names = useNotebookNames()
  const [isOpen, setOpen] = useState(false)
  const open = props.open ?? isOpen
  const change = props.onOpenChange ?? setOpen
  const options = useMemo(() => (open ? topicOptions(names.topics, names.topicPath, []) : []), [open, names])
  const create = async (written: string) => {
    const topic = await act(() => client.topic.ensurePath.mutate({ path: parseTopicPath(written) }))
    if (topic === undefined) return
    await queryClient.refetchQueries({ queryKey: rpc.topic.list.queryKey() })
    onChoose(topic.id)
  }
  return (
    <Popover
      label={label}
      trigger={trigger}
      open={open}
      onOpenChange={change}
      {...(props.onCloseAutoFocus && { onCloseAutoFocus: props.onCloseAutoFocus })}
    >
      <div className={styles.panel}>
        {children}
        <Picker
          label={label}
          placeholder={t('quotes.card.topicFind')}
          options={options}
          chosen={new Set(chosenId == null ? [] : [chosenId])}
          autoFocus
          onChoose={({ id }) => onChoose(id)}
          {...(canCreate && { onCreate: (written: string) => void create(written) })}
          onClose={() => change(false)}
          renderOption={({ path, colour }) => (
            <>
              {path.length > 1 && <bdi className={styles.above}>{path.slice(0, -1).join(' › ')} › </bdi>}
              <bdi style={{ color: `var(--topic-${colour + 1})` }}>{path.at(-1)}</bdi>
            </>
          )}
        />
        {others.map((other) => (
          <button
            key={other.id}
            type="button"
            className={styles.entry}
            onClick={() => {
              other.onChoose()
              change(false)
            }}
          >
            {other.label}
          </button>
        ))}
      </div>
    </Popover>
  )
}
