import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { projectEnvironment } from '../lib/project-node.mjs'
import { run } from '../lib/run.mjs'
import { shippedPackages } from './shipped-packages.ts'

interface Component {
  'bom-ref': string
  type?: string
  name: string
  version: string
  properties?: { name: string; value: string }[]
}

/** What `npm sbom` writes of CycloneDX, as far as we look into it. */
export interface Bill {
  serialNumber?: string
  metadata: { timestamp?: string; component: Component; lifecycles?: unknown }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

const limitMs = 120_000

/**
 * Lists in CycloneDX what the installed app is made of: Electron, and the packages of which something ships, whether npm
 * knows them as needed to run or to build. Without a time and a random number, so that one commit has one list.
 *
 * @param root where the app was built
 */
export async function billOfMaterials(root: string): Promise<Bill> {
  const { code, output } = await run('npm', ['sbom', '--sbom-format=cyclonedx', '--loglevel=silent'], {
    cwd: root,
    env: projectEnvironment(root),
    timeout: limitMs,
    show: 'captured',
  })
  if (code !== 0) throw new Failure(`npm could not list the packages: ${output}`)
  const shipped = new Set(shippedPackages(root).map(({ name, version }) => `${name}@${version}`))
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  shipped.add(`electron@${version}`)
  return narrowBill(JSON.parse(output), shipped)
}

/**
 * Leaves what ships in a list.
 *
 * @param shipped `NAME@VERSION` of each
 * @throws {Failure} when something ships that the list does not have
 */
export function narrowBill(bill: Bill, shipped: ReadonlySet<string>): Bill {
  const seen = new Set<string>()
  const components = bill.components.flatMap(({ properties = [], ...component }) => {
    const id = `${component.name}@${component.version}`
    if (!shipped.has(id) || seen.has(id)) return []
    seen.add(id)
    const kept = properties.filter(({ name }) => name !== 'cdx:npm:package:development')
    return [{ ...component, ...(kept.length > 0 ? { properties: kept } : {}) }]
  })
  const missing = [...shipped].filter((id) => !seen.has(id))
  if (missing.length > 0) throw new Failure(`npm does not list what ships: ${missing.join(', ')}.`)
  const own = bill.metadata.component
  const refs = new Set(components.map((component) => component['bom-ref']))
  const { serialNumber: _number, ...rest } = bill
  const { timestamp: _time, ...metadata } = bill.metadata
  return {
    ...rest,
    metadata: { ...metadata, component: { ...own, type: 'application', name: 'aide-memoire' } },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref) || ref === own['bom-ref'])
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  }
}
