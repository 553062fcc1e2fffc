import { createReadStream } from "node:fs";
import type { Command } from "commander";
import { Problem } from "../../situation/problem.js";
import { EXIT } from "../../vocabulary.js";
import { createAnswerer } from "../batch.js";
import type { CommandModule } from "../commands.js";
import type { Context } from "../context.js";
import { lines } from "../lines.js";

async function openFile(file: string): Promise<NodeJS.ReadableStream> {
  const stream = createReadStream(file);
  await new Promise<void>((resolve, reject) => {
    stream.once("open", () => resolve());
    stream.once("error", (error: NodeJS.ErrnoException) =>
      reject(new Problem("usage", "input-unreadable", { file, reason: error.code ?? "" })),
    );
  });
  return stream;
}

async function run(file: string | undefined, context: Context): Promise<number> {
  const directory = await context.directory();
  const input = file === undefined || file === "-" ? process.stdin : await openFile(file);
  const answer = createAnswerer(directory, context);
  let bad = false;
  for await (const line of lines(input)) {
    if (line.text === "") continue;
    const { json, ok } = answer(line);
    bad ||= !ok;
    context.io.out(json);
    await context.io.drained();
    if (context.io.closed()) break;
  }
  return bad ? EXIT.badLines : EXIT.answered;
}

function configure(command: Command, context: Context): void {
  command.argument("[file]", context.words.say("help.file")).action(async (file: string | undefined) => {
    process.exitCode = await run(file, context);
  });
}

export const batchCommand: CommandModule = {
  configure,
  examples: [`echo '{"ref":1,"operator":"mts","roaming":"abroad"}' | dozvon batch`],
};
