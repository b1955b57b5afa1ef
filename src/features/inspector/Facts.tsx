import { language } from '../../text/index.ts'
import styles from './inspector.module.css'

interface FactsProps {
  /** A name with a text or an ISO date; null is left out. */
  readonly rows: readonly (readonly [name: string, value: string | null])[]
}

const isMoment = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value)

/** What is known and cannot be edited. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className={styles.facts}>
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{isMoment(value) ? <Moment at={value} /> : value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Moment({ at }: { readonly at: string }) {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' })
  return <time dateTime={at}>{format.format(new Date(at))}</time>
}
