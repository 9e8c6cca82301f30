import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClipperState } from '#shared/domain/clipper.ts'
import { showError } from '../app/act.ts'
import { rpc } from '../rpc/client.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Switch } from '../ui/switch.tsx'
import { toast } from '../ui/toast/toast.ts'
import { ClipperDevices } from './clipper-devices.tsx'
import { ClipperFolders } from './clipper-folders.tsx'
import styles from './clipper-section.module.css'
import { PairingCode } from './pairing-code.tsx'
import screen from './settings-screen.module.css'

/** While a code is shown, somebody waits to see that the browser has come. */
const whilePairingMs = 1000

/** The browser clipper: its door, the browsers that may come through it, and how to get it into one. */
export function ClipperSection() {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data: state } = useQuery(
    rpc.clipper.state.queryOptions(undefined, {
      // Told by no change event: it belongs to the machine, and another window may alter it.
      staleTime: 0,
      refetchOnWindowFocus: true,
      refetchInterval: ({ state: { data } }) => (data?.pairing ? whilePairingMs : false),
    }),
  )
  const show = (next: ClipperState) => queryClient.setQueryData(rpc.clipper.state.queryKey(), next)
  const refresh = () => queryClient.invalidateQueries(rpc.clipper.state.queryFilter())
  const enable = useMutation(rpc.clipper.enable.mutationOptions({ onError: showError, onSuccess: show }))
  const begin = useMutation(rpc.clipper.beginPairing.mutationOptions({ onError: showError, onSuccess: show }))
  const cancel = useMutation(rpc.clipper.cancelPairing.mutationOptions({ onSettled: refresh }))
  usePairedToast(state)
  if (state === undefined || state.door === 'unavailable') return null
  const isOn = state.door !== 'closed'
  return (
    <section className={screen.section} aria-labelledby="clipper-heading">
      <h2 id="clipper-heading">{t('settings.clipper.title')}</h2>
      <p className={screen.explain}>{t('settings.clipper.explain')}</p>
      <Field label={t('settings.clipper.enable')} hint={t('settings.clipper.enableHint')} layout="row">
        {({ id, ...described }) => (
          <Switch
            id={id}
            aria-describedby={described['aria-describedby']}
            checked={isOn}
            disabled={enable.isPending}
            onChange={(enabled) => enable.mutate({ enabled })}
          />
        )}
      </Field>
      {state.door === 'blocked' && <p className={screen.bad}>{t('settings.clipper.blocked')}</p>}
      {state.door === 'open' && (
        <>
          <ol className={styles.steps}>
            <li>
              <h3>{t('settings.clipper.load')}</h3>
              <ClipperFolders folders={state.folders} />
            </li>
            <li>
              <h3>{t('settings.clipper.pairTitle')}</h3>
              {state.pairing === null ? (
                <div className={screen.row}>
                  <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
                    {t('settings.clipper.pair')}
                  </Button>
                  <span className={screen.explain}>{t('settings.clipper.pairExplain')}</span>
                </div>
              ) : (
                <PairingCode pairing={state.pairing} onCancel={() => cancel.mutate()} />
              )}
            </li>
          </ol>
          <ClipperDevices devices={state.devices} onRevoked={refresh} />
        </>
      )}
    </section>
  )
}

/** Says which browser came while a code was shown. */
function usePairedToast(state: ClipperState | undefined): void {
  const { t } = useTranslation()
  const before = useRef(state)
  useEffect(() => {
    const known = before.current
    before.current = state
    if (known?.pairing == null || state === undefined) return
    const fresh = state.devices.find(({ id }) => known.devices.every((device) => device.id !== id))
    if (fresh) toast.show({ message: t('settings.clipper.paired', { name: fresh.name }), tone: 'success' })
  }, [state, t])
}
