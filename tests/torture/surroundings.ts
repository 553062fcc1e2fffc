/** Everything around the program broken in turn, under every command: the right exit code, soon, and 112 whatever is wrong. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CALLS } from "../support/examples.js";
import { chance } from "./chance.js";
import { type Places, placesIn, type Ran, ran } from "./home.js";
import { judgeNoStack, judgeTerminal } from "./judge/terminal.js";
import type { Trial } from "./trial.js";

interface Broken {
  env?: Record<string, string>;
  /** What the shell does before the program, which stands in `"$@"`. */
  shell?: string;
}

const settings = ({ home }: Places, text: string, mode = 0o600): Broken => {
  mkdirSync(join(home, ".config/dozvon"), { recursive: true });
  writeFileSync(join(home, ".config/dozvon/config.json"), text, { mode });
  return {};
};

const BROKEN: Readonly<Record<string, (places: Places) => Broken>> = {
  "an overlay that is gone": () => ({ env: { DOZVON_DIRECTORY: "/no/such" } }),
  "an overlay full of errors": ({ current }) => {
    mkdirSync(join(current, "ours/operators"), { recursive: true });
    writeFileSync(join(current, "ours/operators/mts.json"), '{"id":"mts","channels":5}');
    return { env: { DOZVON_DIRECTORY: "ours" } };
  },
  "a saved overlay that is gone": (places) => settings(places, '{"directory":"/no/such"}'),
  "settings of a newer dozvon": (places) => settings(places, '{"version":99}'),
  "half of a settings file": (places) => settings(places, '{"operator":'),
  "saved values that are none": (places) => settings(places, '{"operator":"acme","roaming":5,"lang":"xx"}'),
  "a folder in the settings' place": ({ home }) => {
    mkdirSync(join(home, ".config/dozvon/config.json"), { recursive: true });
    return {};
  },
  "settings that lead nowhere": ({ home }) => {
    mkdirSync(join(home, ".config/dozvon"), { recursive: true });
    symlinkSync("/no/such/file", join(home, ".config/dozvon/config.json"));
    return {};
  },
  "settings that lead to themselves": ({ home }) => {
    mkdirSync(join(home, ".config"), { recursive: true });
    symlinkSync("dozvon", join(home, ".config/dozvon"));
    return {};
  },
  "settings that cannot be made": () => ({ env: { XDG_CONFIG_HOME: "/proc" } }),
  "a device for a settings folder": () => ({ env: { XDG_CONFIG_HOME: "/dev/null" } }),
  "no home": () => ({ env: { HOME: "" } }),
  "a home in /proc": () => ({ env: { HOME: "/proc/self" } }),
  "a language that is none": () => ({ env: { DOZVON_LANG: "xx" } }),
  "a day that does not exist": () => ({ env: { DOZVON_AS_OF: "2026-13-01" } }),
  "facts that are none": () => ({
    env: { DOZVON_OPERATOR: "acme", DOZVON_ROAMING: "mars", DOZVON_FROM: "\u001b[31m" },
  }),
  "a folder that was deleted": () => ({ shell: 'mkdir gone; cd gone; rmdir ../gone; "$@"' }),
  "a full disk at the end": () => ({ shell: '"$@" >/dev/full' }),
  "a closed output": () => ({ shell: '"$@" >&-' }),
  "a closed input": () => ({ shell: '"$@" <&-' }),
  "a reader that leaves": () => ({ shell: 'set -o pipefail; "$@" | head -c 10' }),
  "files of no size": () => ({ shell: 'ulimit -f 0; trap "" XFSZ; "$@"' }),
  "no temporary folder": () => ({ env: { TMPDIR: "/no/such" } }),
  "a folder that is for reading only": ({ current }) => {
    chmodSync(current, 0o555);
    return {};
  },
};

const URGENT = ["emergency", "whose 112", "ask пожар", "emergency --country Турция", "--help", "--version"];
/** One that reads nothing may not be there to the end; of a full disk nothing can be told. */
const SILENT = ["a full disk at the end", "a closed output", "a reader that leaves", "files of no size"];
const LONGEST_MS = 20_000;

const saysEnough = (line: readonly string[], out: string): boolean =>
  out.includes("112") || line.includes("--version") || line.includes("--help");

/** @throws Error for a trace of the stack, and for what drives a terminal. */
function faultOf({ code, out, err }: Ran, urgent: readonly string[] | null, silent: boolean): string | null {
  if (code === null) return "it does not end";
  for (const [stream, text] of Object.entries({ out, err })) judgeNoStack(stream, text);
  judgeTerminal("err", err);
  if (code === 1 || code > 6) return `exit code ${code}`;
  if (silent) return null;
  if (urgent && (code !== 0 || !saysEnough(urgent, out))) return `exit code ${code}, and no 112`;
  return [0, 6].includes(code) || out + err !== "" ? null : `exit code ${code} without a word`;
}

export const surroundings: Trial = {
  name: "surroundings",
  what: "every command with something around it broken: the right code, and 112 always",
  tries: 1_500,
  short: 6,
  seconds: 60,
  async open({ root, folder }) {
    const program = [process.execPath, join(root, "bin/dozvon.js")];
    return {
      async attempt(seed) {
        const next = chance(seed);
        const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
        const what = pick(Object.keys(BROKEN));
        const urgent = next() < 0.3 ? pick(URGENT).split(" ") : null;
        const { line, input = "" } = urgent ? { line: urgent } : pick(CALLS);
        const own = mkdtempSync(join(folder, "try-"));
        const places = placesIn(own);
        const { env = {}, shell = '"$@"' } = BROKEN[what]?.(places) ?? {};
        const words = [
          "env",
          ...Object.entries(env).map((pair) => pair.join("=")),
          "bash",
          "-c",
          shell,
          "-",
          ...program,
          ...line,
        ];
        const shown = `${what}: dozvon ${line.join(" ")}`;
        const begun = performance.now();
        const ended = await ran(words, places, LONGEST_MS, input);
        const ms = performance.now() - begun;
        const why = faultOf(ended, urgent, SILENT.includes(what));
        if (why) throw new Error(`${shown}: ${why}\n${ended.out.slice(0, 300)}\n${ended.err.slice(0, 500)}`);
        chmodSync(places.current, 0o755);
        rmSync(own, { recursive: true, force: true });
        return { input: shown, ms };
      },
    };
  },
};
