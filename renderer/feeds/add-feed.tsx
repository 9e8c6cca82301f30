import { Plus } from 'lucide-react'
import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { act } from '../app/act.ts'
import { client } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { toast } from '../ui/toast/toast.ts'
import styles from './feeds-screen.module.css'

interface AddFeedProps {
  fieldRef: Ref<HTMLInputElement>
  onAdded(id: string): void
}

/** Subscribes to the feed at an address, or to the one that the site there names. */
export function AddFeed({ fieldRef, onAdded }: AddFeedProps) {
  const { t } = useTranslation()
  const [url, setUrl] = useState('')
  const [isBusy, setBusy] = useState(false)
  async function subscribe(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (url.trim() === '' || isBusy) return
    setBusy(true)
    const added = await act(() => client.feed.add.mutate({ url: url.trim() }))
    setBusy(false)
    if (added === undefined) return
    setUrl('')
    onAdded(added.id)
    toast.show({ message: t(added.isNew ? 'feeds.added' : 'feeds.known', { title: added.title }) })
  }
  return (
    <form className={styles.add} onSubmit={(event) => void subscribe(event)}>
      <TextInput
        ref={fieldRef}
        aria-label={t('feeds.address')}
        placeholder={t('feeds.address')}
        dir="ltr"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <Button type="submit" icon={<Plus />} disabled={isBusy || url.trim() === ''}>
        {t(isBusy ? 'feeds.looking' : 'feeds.subscribe')}
      </Button>
    </form>
  )
}
