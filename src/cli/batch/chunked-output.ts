/** Output gathered into large chunks: a system call and an allocation for each line would cost more than its answer. */
const CHUNK = 128 * 1024;

/** Hands bytes on; they are not touched until `written` is called. */
export type Sink = (bytes: Uint8Array, written: () => void) => void;

export class ChunkedOutput {
  private chunk: Buffer = Buffer.allocUnsafeSlow(CHUNK);
  private used = 0;
  /** Written chunks, to be filled again: fresh memory costs more than what is put into it. */
  private readonly free: Buffer[] = [];

  constructor(private readonly sink: Sink) {}

  private reserve(size: number): void {
    if (this.used + size > CHUNK) this.flush();
  }

  flush(): void {
    if (this.used === 0) return;
    const { chunk, free } = this;
    this.sink(chunk.subarray(0, this.used), () => free.push(chunk));
    this.chunk = free.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
    this.used = 0;
  }

  put(part: string | Uint8Array): void {
    if (typeof part === "string") this.text(part);
    else this.bytes(part);
  }

  text(text: string): void {
    // No character takes more than three bytes for each of its UTF-16 units.
    const most = text.length * 3;
    if (most > CHUNK) {
      this.bytes(Buffer.from(text));
      return;
    }
    this.reserve(most);
    this.used += this.chunk.write(text, this.used);
  }

  /** A few characters of ASCII: a loop is faster than a call of the library, and needs no substring. */
  ascii(text: string, from = 0, to = text.length): void {
    this.reserve(to - from);
    const { chunk, used } = this;
    for (let at = from; at < to; at++) chunk[used + at - from] = text.charCodeAt(at);
    this.used += to - from;
  }

  /** Bytes with digits put where they belong. */
  filled({ bytes, places }: { bytes: Uint8Array; places: Uint32Array }, digits: Uint8Array): void {
    this.bytes(bytes);
    const start = this.used - bytes.length;
    for (let at = 0; at < places.length; at += 2)
      this.chunk[start + (places[at] as number)] = digits[places[at + 1] as number] as number;
  }

  bytes(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    if (bytes.length > CHUNK) this.sink(bytes, () => {});
    else {
      this.chunk.set(bytes, this.used);
      this.used += bytes.length;
    }
  }
}
