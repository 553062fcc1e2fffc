/** `-O`: who may read what was written, and what a failed attempt leaves. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeOutput } from "../../src/cli/files/output-file.js";
import { type Home, newHome } from "./home.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dozvon-output-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mode = (file: string): string => (statSync(file).mode & 0o777).toString(8);

describe("a letter", () => {
  it("is its owner's alone: new, over an older file that was not, and at the end of a link", () => {
    const [fresh, older, target, link] = ["new", "older", "target", "link"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string,
    ];
    for (const file of [older, target]) {
      writeFileSync(file, "before");
      chmodSync(file, 0o644);
    }
    symlinkSync(target, link);
    for (const file of [fresh, older, link]) {
      writeOutput(file, "letter", true, "private");
      expect([file, mode(file), readFileSync(file, "utf8")]).toEqual([file, "600", "letter"]);
    }
  });
});

describe("a card", () => {
  it("does not open a closed file to others", () => {
    const file = join(folder, "card.vcf");
    writeFileSync(file, "before");
    chmodSync(file, 0o600);
    writeOutput(file, "card", true);
    expect(mode(file)).toBe("600");
  });

  it("never takes the place of a file or a link without force", () => {
    const file = join(folder, "there");
    writeFileSync(file, "before");
    symlinkSync(join(folder, "nowhere"), join(folder, "link"));
    for (const name of ["there", "link"]) {
      expect(() => writeOutput(join(folder, name), "card", false)).toThrow(
        expect.objectContaining({ key: "output-exists" }),
      );
    }
    expect(readFileSync(file, "utf8")).toBe("before");
    expect(readdirSync(folder).sort()).toEqual(["link", "there"]);
  });
});

describe("no room", () => {
  let home: Home;
  beforeEach(() => {
    home = newHome();
  });
  afterEach(() => home.remove());

  it.each([
    ["a new file is not left in part", ""],
    ["an old one stays as it was", " --force"],
  ])("%s", async (_, force) => {
    const file = join(folder, "mts.html");
    if (force) writeFileSync(file, "before");
    const limited = { through: 'ulimit -f 1; exec "$@"' };
    const { code, err } = await home.dozvon(`contacts mts --format html -O ${file}${force}`, limited);
    expect({ code, named: err.includes("EFBIG") }, err).toEqual({ code: 5, named: true });
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"))).toEqual(
      force ? ["before"] : [],
    );
  });
});
