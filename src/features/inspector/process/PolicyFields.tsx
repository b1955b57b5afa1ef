import type { Policies } from '../../../domain/process/process.ts'
import { useText } from '../../../text/index.ts'
import { usePolicyFields } from '../fields/binding.ts'
import { NumberEdit } from '../fields/NumberEdit.tsx'
import { SwitchEdit } from '../fields/SwitchEdit.tsx'

const switches = [
  'allow_rework',
  'probability_must_not_decrease',
  'single_closed_stages',
  'auto_calculate_probability',
] as const

export function PolicyFields({ policies }: { readonly policies: Policies }) {
  const t = useText('inspector')
  const bind = usePolicyFields(policies)
  return (
    <>
      {switches.map((policy) => (
        <SwitchEdit
          key={policy}
          binding={bind(policy)}
          label={t(`policy_${policy}`)}
          help={t(`policyHelp_${policy}`)}
        />
      ))}
      <NumberEdit
        binding={bind('default_close_offset_days')}
        label={t('policy_default_close_offset_days')}
        help={t('policyHelp_default_close_offset_days')}
        unit={t('days')}
        min={0}
        integer
        optional
      />
    </>
  )
}
