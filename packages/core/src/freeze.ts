/**
 * Makes a JSON value immutable through and through, stopping at what is frozen already, so that references can be shared.
 * A field that is `undefined` is dropped: JSON has none, and a stored value must equal itself after a round through a database.
 */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  if (Array.isArray(value)) {
    for (const one of value) deepFreeze(one)
  } else {
    for (const key in value) {
      if (value[key] === undefined) delete value[key]
      else deepFreeze(value[key])
    }
  }
  return Object.freeze(value)
}
