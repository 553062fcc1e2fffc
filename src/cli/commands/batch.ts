import { createReadStream } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { createAnswerer, type Document } from "../batch/batch.js";
import { ChunkedOutput } from "../batch/chunked-output.js";
import { lineGroups } from "../batch/lines.js";
import type { Context } from "../context.js";
import { SHOW_NUMBERS } from "../line/facts.js";
import { command } from "../line/spec.js";
import { STANDALONE } from "../package.js";
import { lineWriter } from "../runner.js";

/** @throws Problem where the file system refuses: no such file, a folder, no permission. */
async function* readable(input: AsyncIterable<string | Buffer>, file: string): AsyncGenerator<string | Buffer> {
  try {
    yield* input;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    throw new Problem("usage", "input-unreadable", { file, reason: code ?? "" });
  }
}

/** What a line leaves behind is garbage before the next: more room for new objects costs memory, 40 MB of it, and saves no time. */
function keepMemoryFlat(): void {
  if (!STANDALONE) setFlagsFromString("--semi-space-growth-factor=1");
}

/** @returns what writes the answer to a line: as it is, or the members asked for. */
async function documentWriter(output: ChunkedOutput, context: Context): Promise<(document: Document) => void> {
  if (context.flags["--fields"] === undefined)
    return (document) => {
      for (const part of document) output.put(part);
    };
  const line = await lineWriter(context);
  return (document) => output.text(line(JSON.parse(document.join(""))));
}

async function run(file: string | undefined, showNumbers: boolean, context: Context): Promise<number> {
  keepMemoryFlat();
  const directory = await context.directory();
  const input = file === undefined || file === "-" ? process.stdin : createReadStream(file);
  const answer = createAnswerer(directory, context, showNumbers);
  const output = new ChunkedOutput(context.io.out);
  const put = await documentWriter(output, context);
  let bad = false;
  for await (const group of lineGroups(readable(input, file ?? "-"))) {
    for (const line of group.filter((one) => one.text !== "")) {
      const answered = answer(line);
      const { json, ok } = answered instanceof Promise ? await answered : answered;
      bad ||= !ok;
      put(json);
      await context.io.drained();
    }
    // What has arrived is answered before more is waited for: the program can be talked to line by line.
    output.flush();
    await context.io.drained();
    if (context.io.closed()) break;
  }
  return bad ? EXIT.badLines : EXIT.answered;
}

export const batchCommand = command({
  operands: { "[file]": { offers: "files" } },
  flags: SHOW_NUMBERS,
  json: true,
  note: "batch-fields",
  run: ({ file, flags }, context) => run(file, flags["--show-numbers"] === true, context),
});
