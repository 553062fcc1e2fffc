/** The beginning of a file or of standard input, no further than is looked at: what is read may have no end. */
import { createReadStream } from "node:fs";
import { encodingOf } from "../../gate/encoding.js";
import { Problem } from "../../values/problem.js";
import type { ProblemCode } from "../../vocabulary/codes.js";
import { refusedFile } from "./output-file.js";

export const STANDARD_INPUT = "-";

/** Bytes as they come: reading a pipe in one go fails while it is empty. @throws Problem usage for a path that leads nowhere; file-unavailable. */
export async function* inputFrom(file: string): AsyncGenerator<Buffer> {
  try {
    yield* file === STANDARD_INPUT ? process.stdin : createReadStream(file);
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
    throw refusedFile("input-unreadable", file, error);
  }
}

/** @param most bytes to read, or one part more. @throws Problem as `inputFrom`; usage for what is no UTF-8. */
export async function beginningOf(file: string, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of inputFrom(file)) {
    parts.push(part);
    size += part.length;
    if (size > most) break;
  }
  const bytes = Buffer.concat(parts);
  const encoding = encodingOf(bytes);
  if (encoding !== "UTF-8" && encoding !== null) throw new Problem("usage", "input-encoding", { encoding });
  return bytes.toString("utf8");
}

/** A JSON object. @param faults what is wrong, by its message, where it is no JSON and where it is another value. @throws Problem */
export function recordIn(text: string, code: ProblemCode, faults: readonly [notJson: string, notObject: string]) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(code, faults[0]);
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new Problem(code, faults[1]);
  return value as Readonly<Record<string, unknown>>;
}
