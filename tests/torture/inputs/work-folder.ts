import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder to run in, deep enough that no relative path leads out of the trial's own, with the files command lines speak of. */
export function workFolder(folder: string): string {
  const work = join(folder, "a/b/c/work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, "folder"), { recursive: true });
  const files = {
    "fields.json": JSON.stringify({ name: "Иванов\u001b[31m", amount: 1299.5, __proto__: "x" }),
    "lines.ndjson":
      '{"ref":1,"operator":"mts"}\n{"ref":2,"text":"потерял телефон"}\nnot json\n{"ref":3,"whose":"0500"}\n',
    "numbers.txt": "+79261110500\n0500\n\u001b[31m\n",
    empty: "",
    bytes: Buffer.from([0xff, 0xfe, 0x00, 0x1b, 0x5d, 0x07, 0x80]),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(work, name), content);
  symlinkSync("fields.json", join(work, "link"));
  symlinkSync("nowhere", join(work, "dangling"));
  return work;
}
