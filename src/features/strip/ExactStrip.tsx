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

const meanings = ['winRate', 'days', 'daysWon', 'weakest', 'never'] as const

export function ExactStrip() {
  const t = useText('strip')
  const editor = useEditor()
  const { winRate, expectedDays, expectedDaysWon, neverCloses, weakest, notes } = useStrip()
  const weakestName = useEditorState(({ document }) =>
    weakest ? document.stages[weakest.stageId]?.stageName : undefined,
  )
  const days = (value: number | null) =>
    value === null ? t('unknown') : t('daysValue', { count: rounded(value) })

  return (
    <section data-tour="figures" className={styles.strip} aria-label={t('name')}>
      <dl className={styles.figures}>
        <Figure name={t('winRate')} meaning={t('winRateMeaning')} main>
          {winRate === null ? t('unknown') : percent(winRate)}
        </Figure>
        <Figure name={t('days')} meaning={t('daysMeaning')}>
          {days(expectedDays)}
        </Figure>
        <Figure name={t('daysWon')} meaning={t('daysWonMeaning')}>
          {days(expectedDaysWon)}
        </Figure>
        {weakest && weakestName !== undefined ? (
          <Figure name={t('weakest')} meaning={t('weakestMeaning')}>
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
          </Figure>
        ) : null}
        {neverCloses > 0 ? (
          <Figure name={t('never')} meaning={t('neverMeaning')} warning>
            {percent(neverCloses)}
          </Figure>
        ) : null}
      </dl>
      <Basis>
        <dl className={styles.meanings}>
          {meanings.map((meaning) => (
            <div key={meaning}>
              <dt>{t(meaning)}</dt>
              <dd>{t(`${meaning}Meaning`)}</dd>
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

interface FigureProps {
  readonly name: string
  readonly meaning: string
  readonly main?: boolean
  readonly warning?: boolean
  readonly children: ReactNode
}

function Figure({ name, meaning, main = false, warning = false, children }: FigureProps) {
  return (
    <div className={styles.figure} data-main={main || undefined} data-warning={warning || undefined}>
      <Tooltip title={meaning} describes>
        {(trigger) => <dt {...trigger}>{name}</dt>}
      </Tooltip>
      {/* A new value is a new element, so that its arrival can be shown. */}
      <dd key={String(children)}>{children}</dd>
    </div>
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
