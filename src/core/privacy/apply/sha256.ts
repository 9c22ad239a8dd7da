/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) without Node nor a browser: the core knows neither. Short texts only. */

const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
const PRIMES = Array.from({ length: 312 }, (_, n) => n).filter(
  n => n > 1 && !Array.from({ length: n - 2 }, (_, d) => d + 2).some(d => n % d === 0),
)
const K = Int32Array.from(PRIMES.slice(0, 64), prime => fraction(Math.cbrt(prime)))
const START = PRIMES.slice(0, 8).map(prime => fraction(Math.sqrt(prime)))

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

export function sha256(bytes: Uint8Array): Uint8Array {
  const blocks = padded(bytes)
  const state = Int32Array.from(START)
  const words = new Int32Array(64)
  for (let from = 0; from < blocks.length; from += 64) mix(state, words, new DataView(blocks.buffer, from, 64))
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, n) => {
    digest.setInt32(n * 4, word)
  })
  return new Uint8Array(digest.buffer)
}

function padded(bytes: Uint8Array): Uint8Array {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  new DataView(blocks.buffer).setBigUint64(blocks.length - 8, BigInt(bytes.length) * 8n)
  return blocks
}

function mix(state: Int32Array, w: Int32Array, block: DataView): void {
  for (let n = 0; n < 16; n++) w[n] = block.getInt32(n * 4)
  for (let n = 16; n < 64; n++) {
    const [a, b] = [w[n - 15]!, w[n - 2]!]
    w[n] = w[n - 16]! + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + w[n - 7]! + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10))
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number]
  for (let n = 0; n < 64; n++) {
    const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[n]! + w[n]!) | 0
    const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, n) => {
    state[n] = state[n]! + word
  })
}

export function hmacSha256(key: string, text: string): Uint8Array {
  const utf8 = new TextEncoder()
  const long = utf8.encode(key)
  const block = new Uint8Array(64)
  block.set(long.length > 64 ? sha256(long) : long)
  const inner = joined(
    block.map(byte => byte ^ 0x36),
    utf8.encode(text),
  )
  return sha256(
    joined(
      block.map(byte => byte ^ 0x5c),
      sha256(inner),
    ),
  )
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
