import type { MenuItemConstructorOptions } from 'electron'
import { assertReady } from './world.ts'

/** A menu is its template; roles do what the system does, and so nothing here. */
export class Menu {
  static #application: Menu | null = null
  readonly template: MenuItemConstructorOptions[]

  constructor(template: MenuItemConstructorOptions[] = []) {
    this.template = template
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    assertReady('Menu')
    for (const item of flatten(template)) checkAccelerator(item)
    return new Menu(template)
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu
  }

  static items(): MenuItemConstructorOptions[] {
    return flatten(Menu.#application?.template ?? [])
  }
}

function flatten(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

const modifiers = ['CmdOrCtrl', 'CommandOrControl', 'Ctrl', 'Cmd', 'Alt', 'Option', 'AltGr', 'Shift', 'Super']
const keys =
  /^(?:[A-Z0-9]|F\d{1,2}|[)!@#$%^&*(:;+=<,_\-|>?/~`{[}\]"'\\.]|Plus|Space|Tab|Delete|Insert|Return|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape)$/

/** @throws where Electron would not know the accelerator */
export function checkAccelerator({
  accelerator,
  label,
}: Pick<MenuItemConstructorOptions, 'accelerator' | 'label'>): void {
  if (accelerator === undefined) return
  const parts = accelerator.split('+')
  const key = parts.pop() ?? ''
  if (!keys.test(key) || !parts.every((part) => modifiers.includes(part))) {
    throw new Error(`"${accelerator}" of "${label}" is no accelerator.`)
  }
}
