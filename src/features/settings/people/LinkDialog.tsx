import Button from '@mui/material/Button'
import { language, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { TextField } from '../../../ui/forms/index.ts'
import { useHistory } from '../../../ui/routing/place.ts'
import { copied } from '../account/copied.ts'
import styles from '../Settings.module.css'

export interface SentLink {
  readonly email: string
  readonly token: string
  readonly expires_at: string
  readonly mailed: boolean
}

interface LinkDialogProps {
  readonly sent: SentLink
  readonly onClose: () => void
}

/** The link of an invitation to copy, this once: whoever has it comes in by it, so it goes to one person alone. */
export function LinkDialog({ sent, onClose }: LinkDialogProps) {
  const t = useText('people')
  const history = useHistory()
  const link = new URL(history.createHref(`/join#${sent.token}`), location.href).href
  const day = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date(sent.expires_at))
  return (
    <HouseDialog
      open
      title={t('linkTitle', { email: sent.email })}
      description={t(sent.mailed ? 'linkLeadMailed' : 'linkLead', { day })}
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('linkDone')}
          </Button>
          <Button
            variant="contained"
            autoFocus
            onClick={async () => announce(t((await copied(link)) ? 'linkCopied' : 'linkNotCopied'))}
          >
            {t('copyLink')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField label={t('link')} value={link} readOnly />
      </div>
    </HouseDialog>
  )
}
