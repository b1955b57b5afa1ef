import { useState } from 'react'
import { useText } from '../../text/entrance.ts'
import { announce } from '../announcer/index.ts'
import styles from './forms.module.css'
import { TextField, type TextFieldProps } from './TextField.tsx'

/** A password that can be pasted, filled in by a password manager, and looked at. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end' | 'rows'>) {
  const t = useText('ui')
  const [shown, setShown] = useState(false)
  const toggle = () => {
    setShown(!shown)
    announce(t(shown ? 'passwordHidden' : 'passwordShown'), { topic: 'password' })
  }
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      end={
        <button
          type="button"
          className={styles.show}
          aria-label={t(shown ? 'hidePassword' : 'showPassword')}
          onClick={toggle}
        >
          {t(shown ? 'hide' : 'show')}
        </button>
      }
    />
  )
}
