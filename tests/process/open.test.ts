/** --open hands the answer's own link to the system's opener, and nothing else. */
import { chmodSync, existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { run } from "../support/run.js";

/** Stands in for the system's opener and writes down what it was given. */
function opener(): { path: string; opened: () => Promise<string> } {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-test-"));
  const file = join(folder, "opened");
  for (const name of ["xdg-open", "open"]) {
    writeFileSync(join(folder, name), `#!/bin/sh\nprintf '%s|' "$#" "$@" > ${file}.part && mv ${file}.part ${file}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  const opened = async () => {
    // The opener is not waited for by the program.
    for (let tries = 0; tries < 100 && !existsSync(file); tries++) await new Promise((go) => setTimeout(go, 20));
    return existsSync(file) ? readFileSync(file, "utf8") : "";
  };
  return { path: `${folder}:${process.env.PATH}`, opened };
}

const ONLINE = ["-o", "megafon", "-s", "corporate", "-r", "home", "-f", "internet", "-t", "unwanted-subscription"];

it.skipIf(process.platform === "win32")("opens the link that stands first", async () => {
  const { path, opened } = opener();
  const { out, code } = await run(["route", ...ONLINE, "--open", "--json"], { env: { PATH: path } });
  const { result } = JSON.parse(out) as { result: { primary: string; channels: { id: string; uri: string }[] } };
  expect(code).toBe(0);
  expect(await opened()).toBe(`1|${result.channels.find(({ id }) => id === result.primary)?.uri}|`);
});

it("opens no number, and says so", async () => {
  const { path } = opener();
  const number = ["route", "-o", "megafon", "-s", "personal", "-r", "home", "-f", "own", "--open", "--lang", "en"];
  const { out, err, code } = await run(number, { env: { PATH: path } });
  expect({ value: out.split("\n").slice(0, 5).includes("0500"), err, code }).toEqual({
    value: true,
    err: "This answer has no link to open.\n",
    code: 0,
  });
});

it("says where there is nothing to open it with", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dozvon-test-"));
  symlinkSync(process.execPath, join(folder, "node"));
  const { err, code } = await run(["route", ...ONLINE, "--open", "--lang", "en"], { env: { PATH: folder } });
  expect({ err, code }).toEqual({ err: "It could not be opened: copy the link.\n", code: 0 });
});
