/** The same without some of its properties. */
export function without<Value extends object, Key extends keyof Value>(
  value: Value,
  ...names: readonly Key[]
): Omit<Value, Key> {
  const rest = { ...value }
  for (const name of names) delete rest[name]
  return rest
}
