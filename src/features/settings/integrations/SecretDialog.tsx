import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Button from '@mui/material/Button'
import { useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { TextField } from '../../../ui/forms/index.ts'
import { copied } from '../account/copied.ts'
import styles from '../Settings.module.css'

interface SecretDialogProps {
  readonly name: string
  readonly secret: string
  readonly onClose: () => void
}

/** What signs, this once: nobody sees it again. */
export function SecretDialog({ name, secret, onClose }: SecretDialogProps) {
  const t = useText('integrations')
  return (
    <HouseDialog
      open
      title={t('secretTitle', { name })}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="outlined"
            startIcon={<ContentCopy />}
            onClick={async () => announce(t((await copied(secret)) ? 'copied' : 'notCopied'))}
          >
            {t('copy')}
          </Button>
          <Button variant="contained" onClick={onClose}>
            {t('kept')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('secret')}
          help={t('secretLead')}
          value={secret}
          readOnly
          autoFocus
          spellCheck={false}
        />
      </div>
    </HouseDialog>
  )
}
