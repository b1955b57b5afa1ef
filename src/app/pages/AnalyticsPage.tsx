import { readStageAnalytics } from '../../contract/analytics.ts'
import { useEditorState } from '../../editor/react.ts'
import { Analytics } from '../../features/analytics/index.ts'
import styles from '../layout/layout.module.css'
import { Queries } from '../Queries.tsx'
import { fileName, saveFile } from '../saveFile.ts'
import { useAccess } from '../workspaces.ts'

/** What happened to deals in the open process. */
export function AnalyticsPage() {
  const { client } = useAccess().backend
  const { id, processName } = useEditorState(({ document }) => document.process)
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <Queries>
        <Analytics
          load={(since) =>
            client.call(readStageAnalytics, { query: { process_id: id, ...(since !== null && { since }) } })
          }
          now={() => new Date()}
          onDownload={(csv) => saveFile(`${fileName(processName)}-analytics.csv`, csv, 'text/csv')}
        />
      </Queries>
    </main>
  )
}
