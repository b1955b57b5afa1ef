import Button from '@mui/material/Button'
import { useEffect, useRef } from 'react'
import { text, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { copied } from './copied.ts'
import styles from './secondFactor.module.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly email: string
}

/** The ten codes, this once: to be copied, saved or printed. Takes focus, so that a reader hears what came. */
export function RecoveryCodes({ codes, email }: RecoveryCodesProps) {
  const t = useText('secondFactor')
  const lead = useRef<HTMLParagraphElement>(null)
  useEffect(() => lead.current?.focus(), [])
  const title = t('codesOf', { email })
  return (
    <div className={styles.form}>
      <p ref={lead} tabIndex={-1} className="shows-focus">
        {t('codesLead')}
      </p>
      <div className={styles.paper}>
        <p className={styles.paperTitle}>{title}</p>
        <ul className={styles.codes} aria-label={title}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className={styles.buttons}>
        <Button
          variant="outlined"
          size="small"
          onClick={async () => announce(t((await copied(codes.join('\n'))) ? 'codesCopied' : 'notCopied'))}
        >
          {t('copyCodes')}
        </Button>
        <Button variant="outlined" size="small" onClick={() => save([title, ...codes].join('\n'))}>
          {t('download')}
        </Button>
        <Button variant="outlined" size="small" onClick={() => print()}>
          {t('print')}
        </Button>
      </div>
    </div>
  )
}

function save(content: string): void {
  const url = URL.createObjectURL(new Blob([`${content}\n`], { type: 'text/plain' }))
  Object.assign(document.createElement('a'), {
    href: url,
    download: text('secondFactor', 'fileName'),
  }).click()
  // The download has its own reference by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}
