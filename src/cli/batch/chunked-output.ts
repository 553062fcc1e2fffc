/** Output gathered into large chunks: a system call and an allocation for each line would cost more than its answer. */
const CHUNK = 128 * 1024;

/** Up to so many bytes, a loop is faster than the call that copies memory. */
const FEW = 32;

/** Hands bytes on. @returns whether they may be written over at once. */
export type Sink = (bytes: Uint8Array) => boolean;

export class ChunkedOutput {
  private chunk: Buffer = Buffer.allocUnsafeSlow(CHUNK);
  private used = 0;

  constructor(private readonly sink: Sink) {}

  flush(): void {
    if (this.used === 0) return;
    // Fresh memory costs more than what is put into it.
    if (!this.sink(this.chunk.subarray(0, this.used))) this.chunk = Buffer.allocUnsafeSlow(CHUNK);
    this.used = 0;
  }

  put(part: string | Uint8Array): void {
    const bytes = typeof part === "string" ? Buffer.from(part) : part;
    if (bytes.length > CHUNK) {
      this.flush();
      this.sink(bytes);
    } else this.few(bytes);
  }

  /** No more bytes than a chunk has room for. @returns the chunk and where they stand in it. */
  few(bytes: Uint8Array, from = 0, to = bytes.length): number {
    const size = to - from;
    if (this.used + size > CHUNK) this.flush();
    const { chunk, used } = this;
    if (size > FEW) chunk.set(size < bytes.length ? bytes.subarray(from, to) : bytes, used);
    else for (let at = 0; at < size; at++) chunk[used + at] = bytes[from + at] as number;
    this.used = used + size;
    return used;
  }

  /** Bytes of which some are others. @param places pairs: which of them, and which of the others. */
  filled(bytes: Uint8Array, places: Uint32Array, others: Uint8Array, first: number): void {
    const start = this.few(bytes);
    const { chunk } = this;
    for (let at = 0; at < places.length; at += 2)
      chunk[start + (places[at] as number)] = others[first + (places[at + 1] as number)] as number;
  }
}
