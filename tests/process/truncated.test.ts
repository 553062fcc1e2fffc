/** Files cut off at every byte, as a crash of the machine may leave them: known as damaged, never taken for something else. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { begin, readEvent } from "../../src/cli/files/run-store.js";
import { readSettings } from "../../src/cli/files/settings.js";
import { save } from "../../src/cli/files/settings-store.js";

const folder = mkdtempSync(join(tmpdir(), "dozvon-truncated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.skipIf(process.platform === "win32" || process.platform === "darwin")("settings", async () => {
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  await save({ operator: "mts" });
  await save({ directory: "/папка/с линиями" });
  const file = join(folder, "dozvon", "config.json");
  const whole = readFileSync(file);
  // The line end is no part of what was said.
  const content = whole.toString().trimEnd();
  for (let bytes = 0; bytes < Buffer.byteLength(content); bytes++) {
    writeFileSync(file, whole.subarray(0, bytes));
    expect(readSettings(), `${bytes} bytes`).toMatchObject({ damaged: true, saved: {} });
  }
  writeFileSync(file, whole);
  expect(readSettings()).toMatchObject({ damaged: false, saved: { operator: "mts", directory: "/папка/с линиями" } });
});

it.skipIf(process.platform === "win32" || process.platform === "darwin")("events of a run", () => {
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  const event = { type: "start", at: "2026-11-22", facts: { operator: "mts" }, chargedOn: null } as const;
  const run = join(folder, "dozvon", "checklists", begin("spam", event));
  const whole = readFileSync(join(run, readdirSync(run)[0] ?? ""));
  const content = whole.toString().trimEnd();
  for (let bytes = 0; bytes < Buffer.byteLength(content); bytes++)
    expect(readEvent(whole.subarray(0, bytes).toString()), `${bytes} bytes`).toBe("damaged");
  expect(readEvent(whole.toString())).toMatchObject({ checklist: "spam", event });
});
