import { setFlagsFromString } from "node:v8";
import { Problem } from "../../values/problem.js";
import { EXIT } from "../../vocabulary/codes.js";
import { type Answered, createAnswerer, openedFor } from "../batch/batch.js";
import { ChunkedOutput } from "../batch/chunked-output.js";
import { lineGroups } from "../batch/lines.js";
import type { Context } from "../context.js";
import { inputFrom } from "../files/input.js";
import { SHOW_NUMBERS } from "../line/flags.js";
import { command, type Given } from "../line/spec.js";
import { STANDALONE } from "../package.js";

/** What a line leaves behind is garbage before the next: more room for new objects costs memory, 40 MB of it, and saves no time. */
function keepMemoryFlat(): void {
  if (!STANDALONE) setFlagsFromString("--semi-space-growth-factor=1");
}

const FLAGS = { ...SHOW_NUMBERS, "--brief": {} } as const;

async function run(file: string | undefined, flags: Given<typeof FLAGS>, context: Context): Promise<number> {
  const { "--show-numbers": showNumbers = false, "--brief": brief = false } = flags;
  if (brief && context.flags["--fields"] !== undefined)
    throw new Problem("usage", "flags-exclude", { one: "--brief", other: "--fields" });
  keepMemoryFlat();
  const opened = await openedFor(context);
  const answer = await createAnswerer(opened, context, { showNumbers, brief });
  const output = new ChunkedOutput(context.io.out);
  let bad = false;
  const put = ({ json, ok }: Answered) => {
    bad ||= !ok;
    for (const part of json) output.put(part);
  };
  for await (const group of lineGroups(inputFrom(file ?? "-"))) {
    for (const line of group.filter((one) => one.text !== "")) {
      const answered = answer(line);
      put(answered instanceof Promise ? await answered : answered);
      await context.io.drained();
    }
    // What has arrived is answered before more is waited for: the program can be talked to line by line.
    output.flush();
    await context.io.drained();
    if (context.io.closed()) break;
  }
  return !bad ? EXIT.answered : opened.refusal ? EXIT.badDirectory : EXIT.badLines;
}

export const batchCommand = command({
  operands: { "[file]": { offers: "files" } },
  flags: FLAGS,
  json: true,
  note: "batch-fields",
  run: ({ file, flags }, context) => run(file, flags, context),
});
