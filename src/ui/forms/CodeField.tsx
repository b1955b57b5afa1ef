import { useState } from 'react'
import { useText } from '../../text/entrance.ts'
import styles from './forms.module.css'
import { TextField, type TextFieldProps } from './TextField.tsx'

interface CodeFieldProps
  extends Pick<TextFieldProps, 'ref' | 'name' | 'id' | 'error' | 'autoFocus' | 'onChange' | 'onBlur'> {
  /** Where there are no recovery codes yet. */
  readonly appOnly?: boolean
}

/** A code of a second factor: digits of the app, which a phone can fill in by itself, or a recovery code. */
export function CodeField({ appOnly = false, ...props }: CodeFieldProps) {
  const t = useText('secondFactor')
  const [byRecovery, setByRecovery] = useState(false)
  return (
    <div className={styles.codeField}>
      <TextField
        {...props}
        label={t(byRecovery ? 'recoveryCode' : 'code')}
        help={t(byRecovery ? 'recoveryCodeHelp' : 'codeHelp')}
        autoComplete={byRecovery ? 'off' : 'one-time-code'}
        inputMode={byRecovery ? 'text' : 'numeric'}
        spellCheck={false}
        maxLength={40}
      />
      {appOnly ? null : (
        <button type="button" className={styles.show} onClick={() => setByRecovery(!byRecovery)}>
          {t(byRecovery ? 'useAppCode' : 'useRecoveryCode')}
        </button>
      )}
    </div>
  )
}
