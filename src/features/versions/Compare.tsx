/** Two sides and what differs between them; from here an earlier revision comes back. */
import SwapHoriz from '@mui/icons-material/SwapHoriz'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Backend } from '../../data/api/backend.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { Failed } from '../../ui/feedback/Failed.tsx'
import { SkeletonRows } from '../../ui/feedback/SkeletonRows.tsx'
import { Segmented } from '../../ui/forms/Segmented.tsx'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { Panel } from '../../ui/layout/Panel.tsx'
import { Differences, type DifferenceView } from './Differences.tsx'
import { RestoreDialog, type Restoring } from './RestoreDialog.tsx'
import { type Side, sideOf } from './side.ts'
import { useDocumentOf } from './useDocumentOf.ts'
import styles from './versions.module.css'

interface Sides {
  readonly from: Side
  readonly to: Side
}

interface CompareProps {
  readonly backend: Pick<Backend, 'version'>
  readonly restoring: Restoring
  readonly revisions: readonly number[]
  readonly current: number
  readonly draftChanges: number
  readonly shown: Sides
  readonly onShow: (sides: Sides) => void
  readonly hasNetwork: boolean
}

export function Compare(props: CompareProps) {
  const { backend, restoring, revisions, current, draftChanges, shown, onShow, hasNetwork } = props
  const t = useText('versions')
  const editor = useEditor()
  const { processId, permissions, readOnly } = useEditorState((state) => ({
    processId: state.document.process.id,
    permissions: state.permissions,
    readOnly: state.readOnly,
  }))
  const before = useDocumentOf(backend, processId, shown.from)
  const after = useDocumentOf(backend, processId, shown.to)
  const [view, setView] = useState<DifferenceView>('words')
  const [asked, setAsked] = useState<number | null>(null)

  const nameOf = (side: Side) =>
    side === 'draft' ? t('draft') : side === 0 ? t('before') : t('revision', { revision: side })
  const known = new Set<Side>([...revisions, current, shown.from, shown.to])
  known.delete('draft')
  const options = [
    { value: 'draft', label: t('draft') },
    ...[...known]
      .sort((a, b) => Number(b) - Number(a))
      .map((side) => ({ value: String(side), label: nameOf(side) })),
  ]
  const failed = [before, after].find((side) => side.kind === 'failed')
  /** The side that can come back: an earlier revision that is looked at. */
  const { to } = shown
  const load = (revision: number) => {
    if (after.kind !== 'known') return
    const done = editor.dispatch('replaceDocument', {
      document: after.document,
      label: t('loadStep', { revision }),
    })
    announce(done.ok ? t('loaded', { revision }) : say(done.reason))
  }
  const mayRestore = permissions.includes(restoring.needsReview ? 'configure_process' : 'publish_process')

  return (
    <Panel title={t('compared', { from: nameOf(shown.from), to: nameOf(to) })} level={3}>
      <div className={styles.sides}>
        <SelectField
          label={t('from')}
          value={String(shown.from)}
          options={options}
          onChange={({ target }) => onShow({ ...shown, from: sideOf(target.value) })}
        />
        <ToolButton
          label={t('swap')}
          icon={<SwapHoriz />}
          onClick={() => onShow({ from: to, to: shown.from })}
        />
        <SelectField
          label={t('to')}
          value={String(to)}
          options={options}
          onChange={({ target }) => onShow({ ...shown, to: sideOf(target.value) })}
        />
        <Segmented
          label={t('show')}
          hideLabel
          value={view}
          options={(['words', 'json'] as const).map((name) => ({ value: name, label: t(name) }))}
          onChange={setView}
        />
      </div>
      {typeof to === 'number' && to > 0 ? (
        <div className={styles.back}>
          <Button
            variant="outlined"
            aria-disabled={readOnly !== null}
            onClick={() => (readOnly === null ? load(to) : announce(readOnly))}
          >
            {t('load')}
          </Button>
          {to === current ? null : (
            <Button
              variant="outlined"
              aria-disabled={!mayRestore}
              onClick={() => (mayRestore ? setAsked(to) : announce(t('mayNotRestore')))}
            >
              {t('restore')}
            </Button>
          )}
          {mayRestore || to === current ? null : <span className={styles.quiet}>{t('mayNotRestore')}</span>}
        </div>
      ) : null}
      <div className={styles.difference}>
        {failed ? (
          <Failed title={t('notCompared')} onRetry={failed.retry}>
            {say(failed.why)}
          </Failed>
        ) : before.kind === 'known' && after.kind === 'known' ? (
          <Differences
            before={before.document}
            after={after.document}
            names={[nameOf(shown.from), nameOf(to)]}
            view={view}
          />
        ) : (
          <SkeletonRows what={t('differences')} rows={4} />
        )}
      </div>
      {asked === null ? null : (
        <RestoreDialog
          {...{ restoring, current, draftChanges, hasNetwork }}
          revision={asked}
          document={after.kind === 'known' ? after.document : null}
          onRestored={(revision) => {
            setAsked(null)
            onShow({ from: current, to: revision })
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Panel>
  )
}
