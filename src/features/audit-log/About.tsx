import type { WireAuditEntry } from '../../contract/audit.ts'
import { useText } from '../../text/index.ts'
import styles from './audit.module.css'
import { wordsOfEntity } from './auditWords.ts'
import { rowName } from './valueLines.ts'

/** What an entry is about, by its name: the one it has now, else the one it had; its id where it never had one. */
export function About({ entry }: { readonly entry: WireAuditEntry }) {
  const t = useText('audit')
  const { entity_name, revision, body } = entry
  const name = entity_name ?? rowName(body) ?? wordsOfEntity(entry)
  return (
    <span className={styles.about}>
      {name ?? <span className={styles.code}>{entry.entity_id}</span>}
      {revision === null ? null : <span className={styles.muted}>{t('revision', { revision })}</span>}
    </span>
  )
}
