import { Archive, FilePlus2, Inbox, MoreHorizontal, Pencil, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../renderer/ui/badge.tsx'
import { Button } from '../../renderer/ui/button.tsx'
import { Checkbox } from '../../renderer/ui/checkbox.tsx'
import { Chip } from '../../renderer/ui/chip.tsx'
import { ConfirmDialog } from '../../renderer/ui/confirm-dialog.tsx'
import { ContextMenu } from '../../renderer/ui/context-menu.tsx'
import { DateField } from '../../renderer/ui/date-field.tsx'
import { DateText, RelativeTime } from '../../renderer/ui/date-text.tsx'
import { Dialog } from '../../renderer/ui/dialog.tsx'
import { EmptyState } from '../../renderer/ui/empty-state.tsx'
import { Field } from '../../renderer/ui/field.tsx'
import { IconButton } from '../../renderer/ui/icon-button.tsx'
import { Kbd } from '../../renderer/ui/kbd.tsx'
import { MarkedText } from '../../renderer/ui/marked-text.tsx'
import { Menu } from '../../renderer/ui/menu.tsx'
import { Popover } from '../../renderer/ui/popover.tsx'
import { ProgressBar } from '../../renderer/ui/progress-bar.tsx'
import { SplitView } from '../../renderer/ui/resizable-panes.tsx'
import { SegmentedControl } from '../../renderer/ui/segmented-control.tsx'
import { Select } from '../../renderer/ui/select.tsx'
import { ShapeMark, type Tone } from '../../renderer/ui/shape-mark.tsx'
import { Skeleton } from '../../renderer/ui/skeleton.tsx'
import { Spinner } from '../../renderer/ui/spinner.tsx'
import { Switch } from '../../renderer/ui/switch.tsx'
import { Tabs } from '../../renderer/ui/tabs.tsx'
import { TextArea, TextInput } from '../../renderer/ui/text-input.tsx'
import { toast } from '../../renderer/ui/toast/toast.ts'
import styles from './gallery.module.css'
import { LargeParts } from './large-parts.tsx'

const tones: Tone[] = ['supports', 'opposes', 'conditional', 'neutral']

/** Every component of the kit in the frame, to be looked at and tested. Not part of the application. */
export function Gallery() {
  return (
    <div className={styles.gallery}>
      <h1>Gallery</h1>
      <Buttons />
      <Fields />
      <Signs />
      <LargeParts />
      <Papers />
      <div className={styles.box}>
        <EmptyState
          icon={<Inbox />}
          title="The inbox is clear"
          actions={
            <>
              <Button variant="primary" icon={<FilePlus2 />}>
                Clip an article
              </Button>
              <Button variant="quiet">See everything</Button>
            </>
          }
        >
          New articles wait here until you have read them. Drop a file anywhere, or paste an address.
        </EmptyState>
      </div>
    </div>
  )
}

function Buttons() {
  const [dialog, setDialog] = useState<'form' | 'confirm' | null>(null)
  const entries = [
    { id: 'edit', label: 'Rename', icon: <Pencil />, shortcut: 'F2' },
    { id: 'archive', label: 'Mark as done', icon: <Archive />, shortcut: 'e' },
    { id: 'line', kind: 'line' as const },
    { id: 'sort', label: 'Newest first', checked: true },
    { id: 'trash', label: 'Move to trash', icon: <Trash2 />, danger: true, shortcut: 'Delete' },
  ]
  return (
    <section className={styles.section}>
      <h2>Buttons</h2>
      <div className={styles.line}>
        <Button variant="primary" icon={<FilePlus2 />} onClick={() => setDialog('form')}>
          Open dialog
        </Button>
        <Button
          onClick={() =>
            toast.show({
              message: '3 articles moved to the trash',
              undo: { changeId: 'trash', run() {} },
            })
          }
        >
          Show toast
        </Button>
        <Button
          variant="quiet"
          onClick={() =>
            toast.show({
              message: 'The page answered with an error: 503',
              tone: 'danger',
              action: { label: 'Try again', run() {} },
            })
          }
        >
          Show failure
        </Button>
        <Button variant="danger" onClick={() => setDialog('confirm')}>
          Empty trash
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="small">Small</Button>
        <IconButton label="Star" shortcut="s" pressed>
          <Star />
        </IconButton>
        <Menu
          entries={entries}
          trigger={
            <IconButton label="More">
              <MoreHorizontal />
            </IconButton>
          }
        />
        <Popover label="Details" trigger={<Button>Popover</Button>}>
          <Field label="Note">{(control) => <TextInput {...control} />}</Field>
        </Popover>
        <ContextMenu entries={entries}>
          <Button variant="quiet">Context menu here</Button>
        </ContextMenu>
      </div>
      <Dialog
        open={dialog === 'form'}
        onOpenChange={() => setDialog(null)}
        title="Who is this?"
        description="Actors you name here can be chosen for every quote."
        actions={
          <>
            <Button onClick={() => setDialog(null)}>Cancel</Button>
            <Button variant="primary" onClick={() => setDialog(null)}>
              Save
            </Button>
          </>
        }
      >
        <Field label="Name">{(control) => <TextInput {...control} defaultValue="Олена Ґалаґан" />}</Field>
      </Dialog>
      <ConfirmDialog
        open={dialog === 'confirm'}
        onOpenChange={() => setDialog(null)}
        title="Empty the trash?"
        description="12 articles and 40 quotes go for good. This cannot be undone."
        confirmLabel="Empty trash"
        danger
        onConfirm={() => {}}
      />
    </section>
  )
}

function Fields() {
  const [date, setDate] = useState<string | null>('2026-03')
  const [theme, setTheme] = useState<'system' | 'light' | 'dark'>('system')
  const [on, setOn] = useState(true)
  return (
    <section className={styles.section}>
      <h2>Fields</h2>
      <div className={styles.columns}>
        <Field label="Title" hint="As it stands above the article">
          {(control) => <TextInput {...control} placeholder="Untitled" />}
        </Field>
        <Field label="Address" error="That is no web address">
          {(control) => <TextInput {...control} defaultValue="htp:/example" />}
        </Field>
        <DateField label="Said on" value={date} onChange={setDate} />
        <Field label="Sort by">
          {(control) => (
            <Select
              {...control}
              value={theme}
              onChoose={setTheme}
              choices={[
                { value: 'system', label: 'Newest first' },
                { value: 'light', label: 'Oldest first' },
                { value: 'dark', label: 'By outlet' },
              ]}
            />
          )}
        </Field>
        <Field label="Comment">{(control) => <TextArea {...control} />}</Field>
        <div>
          <Checkbox label="Quotes with a comment" checked={on} onChange={setOn} />
          <Checkbox label="Some of these" checked="indeterminate" onChange={() => {}} />
          <Field label="Check for updates" hint="The only thing that is asked of the network" layout="row">
            {(control) => <Switch {...control} checked={on} onChange={setOn} />}
          </Field>
        </div>
      </div>
      <div className={styles.line}>
        <SegmentedControl
          label="Theme"
          value={theme}
          onChoose={setTheme}
          segments={[
            { value: 'system', label: 'System' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
        <Spinner />
        <Kbd chord="Mod+Shift+K" />
        <Kbd chord="g l" />
      </div>
      <ProgressBar label="Clipping" value={3} max={7} />
    </section>
  )
}

function Signs() {
  return (
    <section className={styles.section}>
      <h2>Signs</h2>
      <div className={styles.line}>
        {tones.map((tone) => (
          <Chip
            key={tone}
            name={`Berthing fees: ${tone}`}
            tone={tone}
            icon={<ShapeMark tone={tone} />}
            onRemove={() => {}}
          >
            Berthing fees
          </Chip>
        ))}
        <Chip name="outlet: Гавань" onPress={() => {}} onRemove={() => {}} />
      </div>
      <div className={styles.line}>
        {[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((slot) => (
          <span
            key={slot}
            className={styles.swatch}
            style={{ background: `var(--topic-${slot}-soft)`, color: `var(--topic-${slot})` }}
          >
            Topic {slot}
          </span>
        ))}
      </div>
      <div className={styles.line}>
        <Badge>12</Badge>
        <Badge tone="accent">New</Badge>
        <Badge tone="warning">Moved</Badge>
        <Badge tone="danger">Lost</Badge>
        <Badge tone="success">Same</Badge>
        <span>
          <DateText value="2026-03" /> · <RelativeTime value={Date.now() - 7_200_000} />
        </span>
        <span>
          <MarkedText text="We agree only if inspections are joint" marks={[{ start: 9, end: 22 }]} />
        </span>
      </div>
      <Skeleton />
      <SignsTabs />
    </section>
  )
}

function SignsTabs() {
  const [tab, setTab] = useState('quotes')
  return (
    <Tabs
      label="Topic"
      value={tab}
      onChange={setTab}
      tabs={[
        { value: 'quotes', label: 'Quotes', count: 42, content: <p>Grouped by speaker.</p> },
        { value: 'articles', label: 'Articles', content: <p>Where they stand.</p> },
      ]}
    />
  )
}

function Papers() {
  return (
    <section className={styles.section}>
      <h2>Reading surfaces</h2>
      <div className={styles.columns}>
        {(['light', 'sepia', 'dark'] as const).map((theme) => (
          <div key={theme} data-reader-theme={theme} className={styles.paper}>
            The delegations parted without a date. “We agree only if inspections are joint,” said the head of
            the islanders’ side. Комісія збереться знову навесні.
          </div>
        ))}
        <div className={styles.box}>
          <SplitView name="gallery" sideSize={160} sideMin={80} side={<p>Side</p>} main={<p>Main</p>} />
        </div>
      </div>
    </section>
  )
}
