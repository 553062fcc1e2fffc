/** Overlays made to break the gate: refused with what is wrong, in bounded time, whatever is in the folder. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/gate/issue.js";
import { overlay } from "../../src/gate/overlay.js";
import { SOUND, soundBase, TODAY, withFolder } from "../support/folders.js";

const BASE = soundBase();
const PATCH = '{"id":"megafon","channels":[]}';
const FILE = "operators/megafon.json";
/** Far more than any of these takes, far less than a person waits for a program that hangs. */
const PATIENCE_MS = 5_000;

function issuesIn(make: (folder: string) => void): Issue[] {
  return withFolder({}, (folder) => {
    make(folder);
    const started = performance.now();
    const { issues, directory } = overlay(BASE, folder, TODAY);
    expect(performance.now() - started).toBeLessThan(PATIENCE_MS);
    expect(directory).toBeNull();
    return issues;
  });
}

const operators = (folder: string): string => {
  const path = join(folder, "operators");
  mkdirSync(path);
  return path;
};

const withFile = (content: string | Buffer) => (folder: string) => {
  writeFileSync(join(operators(folder), "megafon.json"), content);
};

const nested = (open: string, close: string): string => open.repeat(100_000) + close.repeat(100_000);

it("more operators than any company answers for are refused before every situation of each is walked", () => {
  const north = readFileSync(join(SOUND, "operators", "north.json"), "utf8");
  const issues = issuesIn((folder) => {
    mkdirSync(join(folder, "operators"));
    for (let at = 0; at < 51; at++)
      writeFileSync(join(folder, "operators", `own-${at}.json`), north.replaceAll("north", `own-${at}`));
  });
  expect(issues.map(({ message }) => message.en)).toEqual(["an overlay holds 50 operators at most"]);
});

it.each([
  "https://example.org/\u001b]52;c;AAAA\u0007",
  "https://example.org/\u202e",
  "https://example.org/a b",
  "https://example.org/> <img src=x onerror=alert(1)>",
  "https://user@example.org/",
])("an address is refused that a terminal or a page would take for something else: %j", (url) => {
  const source = { publisher: "company", url, tier: "third-party", date: null };
  const issues = issuesIn((folder) => {
    const channel = JSON.parse(readFileSync(join(SOUND, "operators", "north.json"), "utf8")).channels[0];
    mkdirSync(join(folder, "operators"));
    const patch = { id: "north", channels: [{ ...channel, sources: [source] }] };
    writeFileSync(join(folder, "operators", "north.json"), JSON.stringify(patch));
  });
  expect(issues.map(({ path }) => path)).toContain("channels[0].sources[0].url");
});

it("a key that every object has, in a record with another fault, is a fault like any", () => {
  const issues = issuesIn((folder) => {
    const channel = JSON.parse(readFileSync(join(SOUND, "operators", "north.json"), "utf8")).channels[0];
    mkdirSync(join(folder, "operators"));
    const patch = { id: "north", channels: [{ ...channel, value: "+7 800", constructor: {} }] };
    writeFileSync(join(folder, "operators", "north.json"), JSON.stringify(patch));
  });
  expect(issues.map(({ path }) => path)).toEqual(["channels[0].constructor", "channels[0].value"]);
});

describe("one file", () => {
  it.each([
    ["of 50 MB", `{"id":"megafon","channels":[${" ".repeat(50_000_000)}]}`, "is larger than 4 MB"],
    ["of lists in lists", nested("[", "]"), "without end"],
    ["of records in records", `${nested('{"a":', "}").slice(0, -100_000)}1${"}".repeat(100_000)}`, "without end"],
    ["with a key twice", '{"id":"mts","id":"megafon","channels":[]}', 'has the key "id" twice'],
    [
      "with a key twice, written differently",
      '{"id":"mts","\\u0069d":"megafon","channels":[]}',
      'has the key "id" twice',
    ],
    [
      "with a key twice far below",
      '{"id":"megafon","channels":[{"cost":[{"class":"free","class":"paid"}]}]}',
      '"class"',
    ],
    ["with __proto__", '{"id":"megafon","__proto__":{"polluted":true},"channels":[]}', "__proto__"],
    ["with constructor", '{"id":"megafon","constructor":{"prototype":{"polluted":true}},"channels":[]}', "constructor"],
    ["in UTF-16", Buffer.from(PATCH, "utf16le"), "is in UTF-16"],
    ["in Latin-1", Buffer.from('{"id":"megafon","name":"Mégafon"}', "latin1"), "UTF-8"],
    ["of zero bytes", Buffer.alloc(100), "not readable JSON"],
    ["that is empty", "", "not readable JSON"],
    ["that is null", "null", '{ "id": …'],
  ])("%s", (_, content, message) => {
    const issues = issuesIn(withFile(content));
    expect(issues.map(({ file }) => file)).toContain(FILE);
    expect(issues.map(({ path, message: said, instead }) => `${path} ${said.en} ${instead?.en}`).join("\n")).toContain(
      message,
    );
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it("a byte order mark is no fault", () => {
    withFolder({ "operators/alpha.json": '\ufeff{"id":"alpha","channels":[]}' }, (folder) => {
      const { issues } = overlay(BASE, folder, TODAY);
      expect(issues.filter(({ rule }) => rule === "readable")).toEqual([]);
    });
  });

  it("with 100,000 channels", () => {
    const issues = issuesIn(withFile(`{"id":"alpha","channels":[${"{},".repeat(99_999)}{}]}`));
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThan(20_000);
  });

  it.each(["../../../etc/passwd", "a/b", "..", "a\\b", "a\u0000b", "C:x"])("whose id is a path: %j", (id) => {
    expect(issuesIn(withFile(JSON.stringify({ id, channels: [] }))).map(({ path }) => path)).toContain("id");
  });
});

describe("links, pipes and devices", () => {
  it.each(["/dev/zero", "/etc/passwd", "megafon.json", "../operators", "nowhere"])(
    "a file that is a link to %s",
    (target) => {
      const issues = issuesIn((folder) => symlinkSync(target, join(operators(folder), "megafon.json")));
      expect(issues.map(({ file, message }) => [file, message.en])).toEqual([[FILE, "is not a regular file"]]);
    },
  );

  it.each([".", "/", "nowhere"])("a folder that is a link to %s", (target) => {
    const issues = issuesIn((folder) => symlinkSync(target, join(folder, "operators")));
    expect(issues.map(({ file, message }) => [file, message.en])).toEqual([["operators", "is not a regular folder"]]);
  });

  it.skipIf(process.platform === "win32")(
    "a pipe that nobody writes to, as a file, as topics and as the folder",
    () => {
      const pipe = (path: string) => execFileSync("mkfifo", [path]);
      for (const make of [
        (folder: string) => pipe(join(operators(folder), "megafon.json")),
        (folder: string) => pipe(join(folder, "topics.json")),
        (folder: string) => pipe(join(folder, "operators")),
      ]) {
        expect(
          issuesIn(make)
            .map(({ message }) => message.en)
            .join(),
        ).toMatch(/is not a regular (file|folder)/);
      }
    },
  );

  it.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a file that may not be read is named", () => {
    const issues = issuesIn((folder) => {
      withFile(PATCH)(folder);
      chmodSync(join(folder, FILE), 0o000);
    });
    expect(issues.map(({ file, message }) => [file, message.en])).toEqual([[FILE, "cannot be read (EACCES)"]]);
  });
});

describe("many files", () => {
  it("10,000 of them are refused unread", () => {
    const issues = issuesIn((folder) => {
      const path = operators(folder);
      for (let number = 0; number < 10_000; number++) writeFileSync(join(path, `x${number}.json`), "");
    });
    expect(issues.map(({ file, message }) => [file, message.en])).toEqual([["operators", "has more than 1000 files"]]);
  });

  it("more than 16 MB together are refused from there on", () => {
    const issues = issuesIn((folder) => {
      const path = operators(folder);
      for (let number = 0; number < 6; number++) writeFileSync(join(path, `x${number}.json`), " ".repeat(3_900_000));
    });
    expect(issues.map(({ message }) => message.en).filter((text) => text.includes("16 MB"))).toHaveLength(2);
  });

  it("issues without end are counted to a thousand and some, and the file they stop at is named", () => {
    const issues = issuesIn((folder) => {
      const path = operators(folder);
      for (let number = 0; number < 900; number++) writeFileSync(join(path, `x${number}.json`), `{"id":"x${number}"}`);
    });
    expect(issues.length).toBeGreaterThan(1000);
    expect(issues.length).toBeLessThan(1100);
    expect(issues.at(-1)?.message.en).toContain("was not looked at");
  });
});

describe("texts", () => {
  const dollar = "$";
  it.each([
    "{detail} {file} {{x}}",
    `${dollar}{process.exit(1)}`,
    "(a+)+$ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
    "%s%n%d $&$1",
  ])("%s stays what it is", (en) => {
    const { channels } = JSON.parse(readFileSync(join(SOUND, "operators", "north.json"), "utf8"));
    const changed = { ...channels[0], label: { ru: "Линия", en } };
    withFolder({ "operators/north.json": JSON.stringify({ id: "north", channels: [changed] }) }, (folder) => {
      const { issues, directory } = overlay(BASE, folder, TODAY);
      expect(issues).toEqual([]);
      expect(directory?.party("north").channels.map(({ label }) => label.en)).toContain(en);
    });
  });
});
