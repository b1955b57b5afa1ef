import CheckIcon from '@mui/icons-material/Check'
import HelpOutline from '@mui/icons-material/HelpOutlined'
import RemoveIcon from '@mui/icons-material/Remove'
import type { Loss } from '../../interchange/index.ts'
import { say, useText } from '../../text/index.ts'
import { StatusPill } from '../../ui/display/StatusPill.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import styles from './interchange.module.css'

const looks = {
  guessed: { tone: 'warning', Icon: HelpOutline },
  dropped: { tone: 'neutral', Icon: RemoveIcon },
  mapped: { tone: 'success', Icon: CheckIcon },
} as const

interface NumberedLoss extends Loss {
  readonly id: string
}

/** What became of everything in the file: taken over, guessed, left out, and where it stood. */
export function LossReport({ losses }: { readonly losses: readonly Loss[] }) {
  const t = useText('interchange')
  const rows = losses.map((loss, index): NumberedLoss => ({ ...loss, id: String(index) }))
  const count = (kind: Loss['kind']) => losses.filter((loss) => loss.kind === kind).length
  const columns: readonly Column<NumberedLoss>[] = [
    {
      id: 'result',
      header: t('result'),
      width: 112,
      cell: ({ kind }) => {
        const { tone, Icon } = looks[kind]
        return (
          <StatusPill tone={tone} icon={<Icon aria-hidden fontSize="inherit" />}>
            {t(`loss_${kind}`)}
          </StatusPill>
        )
      },
    },
    {
      id: 'what',
      header: t('what'),
      rowHeader: true,
      cell: (loss) => (loss.isName ? loss.what : say.topic(loss.what)),
      width: '22%',
    },
    {
      id: 'sentence',
      header: t('sentence'),
      cell: (loss) => (
        <>
          {say(loss.sentence)} <span className={styles.where}>{loss.where}</span>
        </>
      ),
    },
  ]
  const note = t('reportNote', {
    guessed: count('guessed'),
    dropped: count('dropped'),
    mapped: count('mapped'),
  })
  return (
    <Section title={t('report')} note={note} defaultOpen>
      <DataTable
        caption={t('reportCaption', { count: rows.length })}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
      />
    </Section>
  )
}
