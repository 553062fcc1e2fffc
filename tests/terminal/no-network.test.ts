/** The interview too asks nobody but the person. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NETWORK_HOOK } from "../support/network-hook.js";
import { ACTION, askMegafonAbroad, ENTER, privateHome, start } from "../support/terminal.js";

it("an interview from the menu to the answer opens no connection and starts no program", async () => {
  const home = privateHome();
  const folder = mkdtempSync(join(tmpdir(), "dozvon-hook-"));
  const [hook, trace] = [join(folder, "hook.cjs"), join(folder, "trace")];
  writeFileSync(hook, NETWORK_HOOK);
  const session = start({ home, env: { NODE_OPTIONS: `--require ${hook}`, TRACE_FILE: trace } });
  try {
    await askMegafonAbroad(session);
    session.type(ACTION.exit + ENTER);
    await session.settled();
    expect(readFileSync(trace, "utf8").trim().split("\n")).toEqual(["watching"]);
  } finally {
    session.end();
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  }
});
