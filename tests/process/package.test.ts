/** What people download: nothing but what the program needs, and the licences of what is inside. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { FOLDER, PACKAGE, packed } from "../support/packed.js";
import { run } from "../support/run.js";

/** What the front page says, in MB; a bundle that grows past it should be looked at. */
const LARGEST_TARBALL = Number(/download is ([\d.]+) MB/.exec(readFileSync("README.md", "utf8"))?.[1]) * 1_000_000;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => statSync(join(folder, name)).isFile());

/** Names of the packages that the sources import, but for the build, which does not ship. */
function imported(): string[] {
  const sources = filesIn("src").filter((name) => name.endsWith(".ts") && !/^build[\\/]/.test(name));
  const specifiers = sources.flatMap((name) =>
    [
      ...readFileSync(join("src", name), "utf8").matchAll(
        /(?:^import .*from |^\} from |import\()"([a-z@][\w@./-]*)"/gm,
      ),
    ].map(([, one]) => one ?? ""),
  );
  const names = specifiers.map((one) =>
    one
      .split("/")
      .slice(0, one.startsWith("@") ? 2 : 1)
      .join("/"),
  );
  return [...new Set(names)].filter((name) => !name.startsWith("node:") && !builtinModules.includes(name));
}

beforeAll(packed);

describe("the package", () => {
  it("holds the program, its data and the papers", () => {
    const tops = new Set(filesIn(PACKAGE).map((name) => name.split("/")[0]));
    const papers = ["CHANGELOG.md", "LICENSE", "README.md", "README.ru.md", "SECURITY.md"];
    expect([...tops].sort()).toEqual([...papers, "bin", "data", "dist", "package.json"]);
  });

  it("is no larger than the front page says", () => {
    const tarball = readdirSync(FOLDER).find((name) => name.endsWith(".tgz")) ?? "";
    expect(statSync(join(FOLDER, tarball)).size).toBeLessThan(LARGEST_TARBALL);
  });

  it("runs nothing when it is installed, and brings no other package", () => {
    const { scripts = {}, dependencies = {} } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as {
      scripts?: Record<string, string>;
      dependencies?: Record<string, string>;
    };
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
    expect(dependencies).toEqual({});
  });

  it("brings a manual page that names every command, and no line of it is cut at 80 columns", async () => {
    const page = readFileSync(join(PACKAGE, "dist", "dozvon.1"), "utf8");
    const { out } = await run(["--help", "--lang", "en"]);
    const commands = [...(out.split("Commands:")[1] ?? "").matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
    expect(commands).toContain("route");
    const listed = commands.filter((name) => name !== "help");
    expect(listed.filter((name) => !new RegExp(`^\\.SS ${name}$`, "m").test(page))).toEqual([]);
    expect(page.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("names the licence of everything bundled", () => {
    const notices = readFileSync(join(PACKAGE, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");
    const names = imported();
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => !new RegExp(`^${name} \\d`, "m").test(notices))).toEqual([]);
    // The library for Word files comes with these inside one file of its own.
    for (const name of ["jszip", "pako", "xml-js", "sax"]) expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(notices).toContain("register of the Russian numbering plan");
  });
});
