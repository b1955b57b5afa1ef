import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import type { ReactNode } from 'react'
import type { Problem } from '../../domain/lint/rule.ts'
import { useText } from '../../text/index.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './inspector.module.css'
import { setSectionOpen, useSectionOpen } from './sections.ts'

interface InspectorSectionProps {
  /** Also the name under which it is remembered. */
  readonly id: string
  readonly title: string
  /** Seen while closed: "3 rules", "25 %". */
  readonly note?: string | undefined
  /** Problems of the fields inside: a closed section says that it has some. */
  readonly problems?: readonly Problem[]
  readonly defaultOpen?: boolean
  readonly children: ReactNode
}

/** A part of the inspector that opens in place and stays as it was left. */
export function InspectorSection(props: InspectorSectionProps) {
  const { id, title, note, problems = [], defaultOpen = false, children } = props
  const open = useSectionOpen(id, defaultOpen)
  const marked = problems.filter(({ severity }) => severity !== 'info')
  const t = useText('inspector')
  const count = marked.length
  return (
    <div data-section={id} data-title={count > 0 ? t('sectionWithProblems', { title, count }) : title}>
      <Section
        title={title}
        open={open}
        onToggle={(next) => setSectionOpen(id, next)}
        note={
          marked.length > 0 ? (
            <Mark problems={marked} note={open ? undefined : note} />
          ) : open ? undefined : (
            note
          )
        }
      >
        <div className={styles.fields}>{children}</div>
      </Section>
    </div>
  )
}

function Mark({
  problems,
  note,
}: {
  readonly problems: readonly Problem[]
  readonly note: string | undefined
}) {
  const t = useText('inspector')
  const error = problems.some(({ severity }) => severity === 'error')
  const Icon = error ? ErrorOutlined : WarningAmber
  return (
    <span className={styles.mark} data-severity={error ? 'error' : 'warning'}>
      {note ? <span className={styles.markNote}>{note}</span> : null}
      <Icon aria-hidden />
      {t('problems', { count: problems.length })}
    </span>
  )
}
