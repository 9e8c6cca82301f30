import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { Picker } from '../ui/picker/picker.tsx'
import { Popover } from '../ui/popover.tsx'
import { Select } from '../ui/select.tsx'
import { usePartOptions } from './part-options.ts'
import styles from './share-dialog.module.css'
import { partKinds } from './share-store.ts'
import type { ShareForm } from './use-share-form.ts'

const chipsAtMost = 4

/** Which part is shared: by what it is chosen, the things themselves, and the days. */
export function PartChoice({ form }: { form: ShareForm }) {
  const { t } = useTranslation()
  return (
    <section className={styles.group}>
      <Field label={t('sharing.by')} hint={t(`sharing.about.${form.by}`)}>
        {(field) => (
          <Select
            {...field}
            value={form.by}
            choices={partKinds.map((value) => ({ value, label: t(`sharing.kind.${value}`) }))}
            onChoose={form.chooseKind}
          />
        )}
      </Field>
      {form.by !== 'whole' && (
        <>
          <ChosenThings key={form.by} form={form} />
          <div className={styles.days}>
            <DateField
              label={t('sharing.from')}
              value={form.from}
              onChange={(from) => form.setDays({ from })}
            />
            <DateField
              label={t('sharing.until')}
              value={form.until}
              onChange={(until) => form.setDays({ until })}
            />
          </div>
        </>
      )}
    </section>
  )
}

function ChosenThings({ form }: { form: ShareForm }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { options, nameOf, onQueryChange } = usePartOptions(form.by)
  const named = form.ids.flatMap((id) => {
    const name = nameOf(id)
    return name === undefined ? [] : [{ id, name }]
  })
  const chips = named.slice(0, chipsAtMost)
  const others = form.ids.length - chips.length
  const label = t(`sharing.add.${form.by}`)
  return (
    <div className={styles.chosen}>
      {chips.map(({ id, name }) => (
        <Chip key={id} name={name} onRemove={() => form.toggle(id)} />
      ))}
      {others > 0 && (
        <Chip
          name={t(chips.length === 0 ? `sharing.chosen.${form.by}` : 'sharing.more', { count: others })}
          onRemove={() => form.setIds(chips.map(({ id }) => id))}
        />
      )}
      <Popover
        label={label}
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="small" icon={<Plus />}>
            {label}
          </Button>
        }
      >
        <div className={styles.picker}>
          <Picker
            label={label}
            placeholder={t('sharing.find')}
            multiple
            autoFocus
            options={options}
            chosen={new Set(form.ids)}
            onChoose={({ id }) => form.toggle(id)}
            onQueryChange={onQueryChange}
            onClose={() => setOpen(false)}
          />
        </div>
      </Popover>
    </div>
  )
}
