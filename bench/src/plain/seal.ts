interface Change {
  readonly events: readonly {
    readonly type: string
    readonly data: object
    readonly sealed?: {
      readonly texts?: object
      readonly persons?: object
      readonly receipt?: object
    }
  }[]
}

/** Stands in for the sealing of core where the cost of it is measured: everything stands in the events, readable for everybody. */
export const sealChanges = (changes: readonly Change[]) => ({
  cells: [],
  changes: changes.map((change) => ({
    ...change,
    events: change.events.map(({ type, data, sealed }) => ({
      type,
      data:
        sealed === undefined
          ? data
          : {
              ...data,
              ...sealed.texts,
              ...(sealed.persons && { persons: sealed.persons }),
              ...sealed.receipt,
            },
    })),
  })),
})
