/**
 * The exact tails behind "more than chance". Sums of a few terms from their logarithms: a library of distributions would weigh more
 * than the rest of this folder.
 */

/** The chance of `hits` or more in `tries` tries that each hit with chance `p`: P(X ≥ hits) of a binomial distribution. */
export function binomialTail(hits: number, tries: number, p: number): number {
  if (hits <= 0) return 1
  if (hits > tries || p <= 0) return 0
  if (p >= 1) return 1
  const term = (k: number) => Math.exp(logChoose(tries, k) + k * Math.log(p) + (tries - k) * Math.log1p(-p))
  return tail(hits, 0, tries, tries * p, term)
}

/**
 * The chance that of `drawn` things taken from `all`, of which `marked` are marked, `hits` or more are marked: P(X ≥ hits) of a
 * hypergeometric distribution, which is the one-sided exact test of Fisher.
 */
export function hypergeometricTail(hits: number, all: number, marked: number, drawn: number): number {
  const least = Math.max(0, marked + drawn - all)
  const most = Math.min(marked, drawn)
  if (hits <= least) return 1
  if (hits > most) return 0
  const whole = logChoose(all, drawn)
  const term = (k: number) => Math.exp(logChoose(marked, k) + logChoose(all - marked, drawn - k) - whole)
  return tail(hits, least, most, (marked * drawn) / all, term)
}

/** Adds up the side on which the terms fall, until they no longer count. */
function tail(from: number, least: number, most: number, mean: number, term: (k: number) => number): number {
  let sum = 0
  if (from > mean) {
    for (let k = from; k <= most; k++) {
      const one = term(k)
      sum += one
      if (one < sum * 1e-17) break
    }
    return Math.min(1, sum)
  }
  for (let k = from - 1; k >= least; k--) {
    const one = term(k)
    sum += one
    if (one < sum * 1e-17) break
  }
  return Math.max(0, 1 - sum)
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** ln n!: the series of Stirling, and for small n the factorial itself. */
function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1
    for (let k = 2; k <= n; k++) product *= k
    return Math.log(product)
  }
  const squared = 1 / (n * n)
  return (
    (n + 0.5) * Math.log(n) -
    n +
    0.5 * Math.log(2 * Math.PI) +
    (1 / 12 - squared * (1 / 360 - squared * (1 / 1260 - squared / 1680))) / n
  )
}
