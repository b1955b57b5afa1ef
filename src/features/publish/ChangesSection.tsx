import { changeGroups } from '../../editor/changeGroups.ts'
import { useEditorState } from '../../editor/react.ts'
import { useChangedRows } from '../../editor/useChangedRows.ts'
import { useText } from '../../text/index.ts'
import { ChangeList } from '../../ui/display/ChangeList.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './publish.module.css'

/** So many changed rows are still read at a glance; more open on demand. */
const glance = 6

/** The difference from what is published, in words. */
export function ChangesSection() {
  const t = useText('publish')
  const { document, base } = useEditorState((state) => ({ document: state.document, base: state.base }))
  const rows = useChangedRows(base, document)
  if (!base)
    return (
      <section className={styles.section}>
        <h3>{t('changes')}</h3>
        <p>
          {t('firstTime', {
            stages: t('stages', { count: Object.keys(document.stages).length }),
            transitions: t('transitions', { count: Object.keys(document.transitions).length }),
          })}
        </p>
      </section>
    )
  if (rows.length === 0) return null
  const count = rows.reduce((sum, row) => sum + Math.max(1, row.lines.length), 0)
  return (
    <div className={styles.changes}>
      <Section title={t('changes')} note={t('changesCount', { count })} defaultOpen={rows.length <= glance}>
        <ChangeList groups={changeGroups(rows)} becomes={t('becomes')} changed={t('changed')} level={4} />
      </Section>
    </div>
  )
}
