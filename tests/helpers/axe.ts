import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Says what axe finds wrong on the page by the rules of WCAG 2.2 AA and its own best practices; it must be nothing. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // There are no frames to gather from, so no second page is opened for the result.
    .setLegacyMode()
    // What passes need not be told of, and telling is half of the work.
    .options({ resultTypes: ['violations'] })
    // A tooltip describes what it belongs to, and stands outside every landmark; one may be open by chance.
    .exclude('[data-radix-popper-content-wrapper]:has([role="tooltip"])')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  )
  expect(found, what).toEqual([])
}
