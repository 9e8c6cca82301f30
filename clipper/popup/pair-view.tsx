import { type FormEvent, useEffect, useRef, useState } from 'react'
import { DoorError, pairWith } from '../background/door.ts'
import { remember } from '../background/pairing.ts'
import { api } from '../extension-api.ts'
import { t } from '../i18n.ts'
import { browserName } from './browser-name.ts'
import controls from './controls.module.css'
import { Logo } from './header.tsx'
import styles from './pair-view.module.css'

const loopback = { origins: ['http://127.0.0.1/*'] }

/** Asks for the code that the app shows. */
export function PairView({ isRevoked, onPaired }: { isRevoked: boolean; onPaired(): Promise<unknown> }) {
  const [code, setCode] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const [isAllowed, setAllowed] = useState(true)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
    void api.permissions.contains(loopback).then(setAllowed)
  }, [])

  async function pair(event: FormEvent) {
    event.preventDefault()
    if (code.length !== 6 || isBusy) return
    setBusy(true)
    // Has to come first: the browser asks only while it is clear what the user did.
    const granted = isAllowed || (await api.permissions.request(loopback))
    const problem = granted ? await tryCode(code) : 'permission'
    setBusy(false)
    setError(problem)
    if (problem === null) return void (await onPaired())
    setCode('')
    field.current?.focus()
  }

  return (
    <form className={styles.view} onSubmit={(event) => void pair(event)}>
      <Logo />
      <h1 className={styles.title}>{t('pair.title')}</h1>
      {isRevoked && <p className={styles.revoked}>{t('pair.revoked')}</p>}
      <p className={styles.explain}>{t('pair.explain')}</p>
      {!isAllowed && <p className={styles.explain}>{t('pair.permission')}</p>}
      <label className={styles.label} htmlFor="code">
        {t('pair.code')}
      </label>
      <input
        ref={field}
        id="code"
        className={styles.code}
        value={code}
        inputMode="numeric"
        autoComplete="off"
        placeholder="000000"
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : 'code-error'}
        onChange={({ target }) => setCode(target.value.replace(/\D/g, '').slice(0, 6))}
      />
      {error !== null && (
        <p id="code-error" className={styles.error} role="alert">
          {t(`pair.errors.${error}`)}
        </p>
      )}
      <button type="submit" className={controls.primary} aria-disabled={code.length !== 6 || isBusy}>
        {t(isBusy ? 'pair.working' : 'pair.do')}
      </button>
    </form>
  )
}

const known = new Set(['code-wrong', 'code-none', 'too-many-requests'])

/** @returns why it did not work, or null */
async function tryCode(code: string): Promise<string | null> {
  try {
    await remember({ device: await pairWith(code, browserName()) })
    return null
  } catch (error) {
    return error instanceof DoorError && known.has(error.code) ? error.code : 'not-running'
  }
}
