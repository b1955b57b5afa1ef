import styles from '../Settings.module.css'

/** An e-mail address; where there is no room for it in one line it breaks behind the @. */
export function Address({ children }: { readonly children: string }) {
  const at = children.lastIndexOf('@') + 1
  return (
    <span className={styles.address}>
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </span>
  )
}
