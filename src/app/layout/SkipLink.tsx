import { useText } from '../../text/entrance.ts'

/** Past the bar to the content. It leads to no other place, so the address stays as it is. */
export function SkipLink() {
  const t = useText('app')
  return (
    // biome-ignore lint/a11y/useValidAnchor: it leads to a part of this page, also where addresses stand after #
    <a
      className="skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      {t('skipToContent')}
    </a>
  )
}
