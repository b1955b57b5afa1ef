/** An action's parameters must fit its type: the same schemas that the panel's form and the linter use. */
import { actionParameterSchemas, type StageAction } from '../../../src/domain/process/action.ts'
import { ApiError } from '../../apiError.ts'
import { sentence } from '../../http/parseInput.ts'

/** @throws ApiError VALIDATION_FAILED with the path of each parameter that is wrong or missing. */
export function checkParameters({
  actionType,
  parameters,
}: Pick<StageAction, 'actionType' | 'parameters'>): void {
  const parsed = actionParameterSchemas[actionType].safeParse(parameters)
  if (parsed.success) return
  const issues = parsed.error.issues.map(({ path, message }) => ({
    path: ['parameters', ...path].map(String).join('.'),
    message: sentence(message),
  }))
  const [first] = issues
  throw new ApiError(
    'VALIDATION_FAILED',
    `${first?.path ?? 'parameters'} is not valid: ${first?.message ?? ''}`,
    {
      in: 'body',
      issues,
    },
  )
}
