import Add from '@mui/icons-material/Add'
import ArrowForward from '@mui/icons-material/ArrowForward'
import ChangeHistory from '@mui/icons-material/ChangeHistory'
import Remove from '@mui/icons-material/Remove'
import { useId } from 'react'
import styles from './changeList.module.css'
import { StatusPill } from './StatusPill.tsx'

export interface ChangeItem {
  readonly id: string
  readonly name: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The kind in a word. */
  readonly kindLabel: string
  /** Null values: that the field changed is all there is to say. */
  readonly lines: readonly {
    readonly field: string
    readonly from: string | null
    readonly to: string | null
  }[]
}

export interface ChangeGroup {
  readonly id: string
  readonly title: string
  readonly items: readonly ChangeItem[]
}

interface ChangeListProps {
  readonly groups: readonly ChangeGroup[]
  /** Between the old and the new value, for those who hear it: “becomes”. */
  readonly becomes: string
  /** In place of values: “changed”. */
  readonly changed: string
  readonly level?: 3 | 4
}

const tones = { added: 'success', removed: 'error', changed: 'info' } as const
const icons = { added: Add, removed: Remove, changed: ChangeHistory }

/** What differs between two states, group by group, with the old and the new value of each field. */
export function ChangeList({ groups, becomes, changed, level = 3 }: ChangeListProps) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <div className={styles.groups}>
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`${id}-${group.id}`}>
          <Heading id={`${id}-${group.id}`} className={styles.title}>
            {group.title}
          </Heading>
          <ul className={styles.items}>
            {group.items.map((item) => {
              const Icon = icons[item.kind]
              return (
                <li key={item.id} className={styles.item}>
                  <div className={styles.head}>
                    <StatusPill tone={tones[item.kind]} icon={<Icon aria-hidden />}>
                      {item.kindLabel}
                    </StatusPill>
                    <strong>{item.name}</strong>
                  </div>
                  {item.lines.length > 0 ? (
                    <dl className={styles.lines}>
                      {item.lines.map((line) => (
                        <div key={line.field}>
                          <dt>{line.field}</dt>
                          {line.from === null || line.to === null ? (
                            <dd>{changed}</dd>
                          ) : (
                            <dd>
                              <del>{line.from}</del>
                              <ArrowForward className="directional" aria-hidden />
                              <span className="sr-only"> {becomes} </span>
                              <ins>{line.to}</ins>
                            </dd>
                          )}
                        </div>
                      ))}
                    </dl>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}
