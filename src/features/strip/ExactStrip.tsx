/** What the process as drawn would yield, exact and up to date with every edit. Each figure says what it means. */
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import type { ReactNode } from 'react'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useStrip } from '../../editor/useStrip.ts'
import { language, say, useText } from '../../text/index.ts'
import { Tooltip } from '../../ui/display/Tooltip.tsx'
import { VisuallyHidden } from '../../ui/display/VisuallyHidden.tsx'
import styles from './strip.module.css'

const percent = (share: number) =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
const rounded = (days: number) => (days < 10 ? Math.round(days * 10) / 10 : Math.round(days))

interface Yield {
  readonly id: 'winRate' | 'days' | 'daysWon' | 'weakest' | 'never'
  readonly value: ReactNode
}

export function ExactStrip() {
  const t = useText('strip')
  const editor = useEditor()
  const { winRate, expectedDays, expectedDaysWon, neverCloses, weakest, notes } = useStrip()
  const weakestName = useEditorState(({ document }) =>
    weakest ? document.stages[weakest.stageId]?.stageName : undefined,
  )
  const days = (value: number | null) => {
    if (value === null) return t('unknown')
    const count = rounded(value)
    return t('daysValue', { count, days: new Intl.NumberFormat(language()).format(count) })
  }
  const yields: readonly Yield[] = [
    { id: 'winRate', value: winRate === null ? t('unknown') : percent(winRate) },
    { id: 'days', value: days(expectedDays) },
    { id: 'daysWon', value: days(expectedDaysWon) },
    ...(weakest && weakestName !== undefined
      ? [
          {
            id: 'weakest' as const,
            value: (
              <button
                type="button"
                className={styles.stage}
                onClick={() => {
                  editor.select([{ kind: 'stage', id: weakest.stageId }])
                  editor.reveal({ kind: 'stage', id: weakest.stageId })
                }}
              >
                {t('weakestValue', { name: weakestName, share: percent(weakest.lostShare) })}{' '}
                <VisuallyHidden>{t('showOnCanvas')}</VisuallyHidden>
              </button>
            ),
          },
        ]
      : []),
    ...(neverCloses > 0 ? [{ id: 'never' as const, value: percent(neverCloses) }] : []),
  ]

  return (
    <section data-tour="figures" className={styles.strip} aria-label={t('name')}>
      <dl className={styles.figures}>
        {yields.map(({ id, value }) => (
          <div key={id} className={styles.figure} data-figure={id}>
            <Tooltip title={t(`${id}Meaning`)} describes>
              {(trigger) => <dt {...trigger}>{t(id)}</dt>}
            </Tooltip>
            {/* A new value is a new element, so that its arrival can be shown. */}
            <dd key={String(value)}>{value}</dd>
          </div>
        ))}
      </dl>
      <Basis>
        <dl className={styles.meanings}>
          {yields.map(({ id, value }) => (
            <div key={id}>
              <dt>
                {t(id)} <span>{value}</span>
              </dt>
              <dd>{t(`${id}Meaning`)}</dd>
            </div>
          ))}
        </dl>
        {notes.length > 0 ? (
          <ul>
            {notes.map(({ sentence }) => (
              <li key={sentence}>{say(sentence)}</li>
            ))}
          </ul>
        ) : null}
      </Basis>
    </section>
  )
}

/** Opens in place: what each figure means (the tooltips, for those who do not hover) and what they rest on. */
function Basis({ children }: { readonly children: ReactNode }) {
  const t = useText('strip')
  return (
    <details
      className={styles.basis}
      onKeyDown={(event) => {
        const details = event.currentTarget
        if (event.key !== 'Escape' || !details.open) return
        event.preventDefault()
        details.open = false
        details.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
    >
      <summary>
        <InfoOutlined fontSize="small" aria-hidden />
        <span>{t('basis')}</span>
      </summary>
      {/* Focusable, so that a click inside or scrolling by keys does not count as leaving. */}
      <div className={styles.sheet} tabIndex={-1}>
        {children}
      </div>
    </details>
  )
}
