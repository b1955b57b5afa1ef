import { useText } from '../../text/index.ts'

/** What the buttons inside a combobox are called: MUI knows English alone, and calls one of them as the dialog's own. */
export function useComboboxWords() {
  const t = useText('ui')
  return { openText: t('showList'), closeText: t('hideList'), clearText: t('clear') }
}
