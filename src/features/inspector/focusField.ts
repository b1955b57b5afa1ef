/** Focus inside the panel: on the control of a field, on the heading of a section, else on the panel's own heading. */
const controls = 'input:not([type=hidden]), select, textarea, button, [tabindex="0"]'

export function focusField(panel: HTMLElement | null, field: string | null): void {
  if (!panel) return
  const frame = field === null ? null : panel.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const checked = frame?.querySelector<HTMLElement>('input:checked')
  const control = checked ?? frame?.querySelector<HTMLElement>(controls)
  const target = control ?? panel.querySelector<HTMLElement>('h2')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

export function focusSection(panel: HTMLElement | null, id: string): void {
  const section = panel?.querySelector<HTMLElement>(`[data-section="${CSS.escape(id)}"]`)
  section?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  section?.scrollIntoView({ block: 'start' })
}
