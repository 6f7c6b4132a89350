export interface StoreLaw {
  readonly name: string
}
export const storeLaws: readonly StoreLaw[] = []
