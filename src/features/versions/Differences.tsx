/** What differs between two sides, in words or as JSON. */
import { useMemo } from 'react'
import { hasHidden } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { changeGroups } from '../../editor/changeGroups.ts'
import { useChangedRows } from '../../editor/useChangedRows.ts'
import { useText } from '../../text/index.ts'
import { ChangeList } from '../../ui/display/ChangeList.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { jsonDiff } from './jsonDiff.ts'
import styles from './versions.module.css'

export type DifferenceView = 'words' | 'json'

interface DifferencesProps {
  readonly before: ProcessDocument
  readonly after: ProcessDocument
  /** What the sides are called. */
  readonly names: readonly [from: string, to: string]
  readonly view: DifferenceView
}

export function Differences({ before, after, names: [from, to], view }: DifferencesProps) {
  const t = useText('versions')
  const rows = useChangedRows(before, after)
  if (rows.length === 0)
    return (
      <EmptyState level={3} title={t('same')}>
        {t(hasHidden(before) || hasHidden(after) ? 'sameSeen' : 'sameBody', { from, to })}
      </EmptyState>
    )
  return view === 'words' ? (
    <ChangeList groups={changeGroups(rows)} becomes={t('becomes')} changed={t('changed')} />
  ) : (
    <JsonDifferences before={before} after={after} />
  )
}

const signs = { same: ' ', added: '+', removed: '−' } as const

function JsonDifferences({ before, after }: Pick<DifferencesProps, 'before' | 'after'>) {
  const t = useText('versions')
  const rows = useMemo(() => jsonDiff(before, after), [before, after])
  return (
    <div className={styles.jsonRows}>
      {rows.map((row) => (
        <section key={row.path}>
          <h3>
            {row.name} <code>{row.path}</code>
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, and scrolling works by keys as well */}
          <pre className={styles.json} tabIndex={0} role="group" aria-label={t('jsonOf', { name: row.name })}>
            {row.lines.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text
              <span key={index} data-kind={line.kind}>
                <span aria-hidden>{signs[line.kind]} </span>
                {line.kind === 'same' ? null : (
                  <span className="sr-only">{t(line.kind === 'added' ? 'lineAdded' : 'lineRemoved')}</span>
                )}
                {line.text}
                {'\n'}
              </span>
            ))}
          </pre>
        </section>
      ))}
    </div>
  )
}
