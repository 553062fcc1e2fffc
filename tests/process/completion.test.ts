/** Pressing Tab in real shells, with the scripts the installed program prints. */
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { FOLDER, packed } from "../support/packed.js";
import { json, run } from "../support/run.js";

const has = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;

async function inShell(shell: string, script: string): Promise<string> {
  const path = `${dirname(await packed())}:${process.env.PATH}`;
  const env = { PATH: path, HOME: mkdtempSync(join(FOLDER, "home-")), LANG: "en_US.UTF-8", TERM: "dumb" };
  const { stdout, stderr } = spawnSync(shell, ["-c", script], { encoding: "utf8", env, timeout: 30_000 });
  expect(stderr).toBe("");
  return stdout;
}

/** What bash would offer after these words; the last is the one the cursor is at. */
const BASH = (words: readonly string[], before = ""): string => `${before}
eval "$(dozvon completion bash)"
eval "$(dozvon completion bash)"
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length - 1}
COMP_LINE='${words.join(" ")}'
COMP_POINT=\${#COMP_LINE}
compopt() { :; }
__dozvon_complete
printf '%s\\n' "\${COMPREPLY[@]}"`;

/** A zsh of its own in a pseudo-terminal, where Tab is pressed after the words. */
const ZSH = (line: string): string => `
zmodload zsh/zpty
zpty z "zsh -f -i"
zpty -w z "PS1= ; autoload -Uz compinit; compinit -u -D; eval \\"\\$(dozvon completion zsh)\\"; print READY"
zpty -r -m z text '*READY*READY*'
zpty -w -n z $'${line}\\t'
sleep 1
zpty -w -n z $'\\C-a: \\C-e\\n'
zpty -w z "print DONE"
zpty -r -m z text '*DONE*DONE*'
print -r -- "$text"`;

const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["commands", ["dozvon", "ro"], ["route"]],
  ["operators", ["dozvon", "route", "--operator", "m"], ["megafon", "mgts", "motiv", "mts"]],
  ["topics", ["dozvon", "route", "-t", "roam"], ["roaming"]],
  ["countries", ["dozvon", "route", "--country", "TU"], []],
  [
    "countries by code",
    ["dozvon", "route", "--country", "T"],
    ["TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR", "TT", "TV", "TW", "TZ"],
  ],
  ["where the caller is", ["dozvon", "route", "--roaming", ""], ["abroad", "home", "russia"]],
  ["flags", ["dozvon", "route", "--subs"], ["--subscriber"]],
  ["whose sources", ["dozvon", "sources", "mts-"], ["mts-premium"]],
  ["subcommands", ["dozvon", "config", ""], ["get", "list", "path", "set", "unset"]],
  [
    "formats of a card",
    ["dozvon", "contacts", "mts", "--format", ""],
    ["csv", "html", "json", "md", "text", "vcf", "xlsx"],
  ],
  ["merchants", ["dozvon", "refund", "ste"], ["steam"]],
  ["kinds of schemas", ["dozvon", "schema", "re"], ["refund", "reply", "report"]],
  ["kinds of claims", ["dozvon", "claim", "mer"], ["merchant"]],
  ["channels", ["dozvon", "report", "megafon.voice.short"], ["megafon.voice.short"]],
  ["checklists", ["dozvon", "checklist", "show", "xs"], ["xsolla"]],
  ["languages", ["dozvon", "topics", "--lang", ""], ["en", "ru"]],
  [
    "settings",
    ["dozvon", "config", "set", ""],
    ["country", "directory", "from", "lang", "operator", "roaming", "service", "subscriber", "without"],
  ],
  ["values of a setting", ["dozvon", "config", "set", "subscriber", ""], ["corporate", "personal"]],
  [
    "members of a document",
    ["dozvon", "route", "--json", "--fields", "ok,result.prim"],
    ["ok,result.primaries", "ok,result.primary"],
  ],
];

describe.skipIf(!has("bash")).concurrent("in bash", () => {
  it.each(CASES)("completes %s", async (_what, words, offered) => {
    const out = await inShell("bash", BASH(words));
    expect(
      out
        .split("\n")
        .filter((line) => line !== "")
        .sort(),
    ).toEqual([...offered].sort());
  });

  it("works beside the bash-completion package too", async () => {
    const own = `_get_comp_words_by_ref() { cur=route; prev=dozvon; words=(dozvon route); cword=1; }`;
    expect(await inShell("bash", BASH(["dozvon", "x"], own))).toBe("route\n");
  });
});

it("completes a value after an equals sign", async () => {
  const { out } = await run(["complete", "--", "route", "--roaming=a"]);
  expect(out).toBe("abroad\t\n:4\n");
});

describe("runs and their steps", () => {
  it("are completed from those that were begun", async () => {
    const env = { XDG_CONFIG_HOME: mkdtempSync(join(FOLDER, "runs-")) };
    await run(["checklist", "start", "xsolla", "--no-input"], { env });
    const offered = async (...words: string[]) =>
      (await run(["complete", "--", ...words], { env })).out.split("\n").map((line) => line.split("\t")[0]);
    const [id] = await offered("checklist", "resume", "");
    expect(id).toBeTruthy();
    expect(await offered("checklist", "status", "--run", "")).toContain(id);
    const { out } = await run(["checklist", "status", "--run", id ?? ""], { env });
    expect(out).not.toBe("");
    const steps = await offered("checklist", "done", "");
    expect(steps.length).toBeGreaterThan(3);
    expect(await offered("checklist", "fail", steps[0]?.slice(0, 3) ?? "")).toContain(steps[0]);
  });
});

describe.skipIf(!has("zsh"))("in zsh", () => {
  it("completes an operator in the middle of a line", async () => {
    expect(await inShell("zsh", ZSH("dozvon route --operator mega"))).toContain("megafon");
  });
});

describe("the scripts", () => {
  it.each(["bash", "zsh", "fish", "powershell"])("for %s ask the program itself", async (shell) => {
    const { code, out, err } = await run(["completion", shell]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("dozvon complete");
  });

  it.skipIf(!has("fish"))("for fish is accepted by fish", async () => {
    expect(
      await inShell("fish", "dozvon completion fish | source; complete -C 'dozvon route --operator mega'"),
    ).toMatch(/^megafon\t/);
  });

  it("come as one document with --json", async () => {
    const { document } = await json(["completion", "fish"]);
    expect(document.ok).toBe(true);
  });

  it("are refused for a shell nobody asked for, with the nearest", async () => {
    const { code, document } = await json(["completion", "bahs"]);
    expect({ code, hints: document.problem.hints }).toEqual({ code: 2, hints: ["bash"] });
  });

  it("are listed among the commands, and what they call is not", async () => {
    const { out } = await run(["--help"]);
    expect(out).toMatch(/^ {2}completion /m);
    expect(out).not.toMatch(/^ {2}complete /m);
  });
});
