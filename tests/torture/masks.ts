/** A number of somebody's, in every alphabet and with anything in between, in every command: no run of ten of its digits comes out again. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chance } from "./chance.js";
import { environment } from "./co-process.js";
import { inProcess } from "./in-process.js";
import { type Declared, declaredCommands } from "./inputs/declared.js";
import { workFolder } from "./inputs/work-folder.js";
import type { Trial } from "./trial.js";

const BETWEEN = ["", "", " ", "    ", "-", "—", ".", ",", "/", "_", "·", "•", "=", ":", "*", "|", "\u2011", "\u200b"];
/** The zero of a row of ten digits. */
const ZEROS = ["0", "0", "0", "０", "٠", "०", "𝟎"].map((zero) => zero.codePointAt(0) ?? 48);
const AROUND = [(n: string) => `мтс ${n} списали деньги`, (n: string) => `PAY${n}`, (n: string) => n];

type Line = (text: string) => { args: string[]; input?: string };

const called = (name: string, args: object): string =>
  [
    {
      jsonrpc: "2.0",
      id: 1,
      method: "initialize",
      params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "masks", version: "1" } },
    },
    { jsonrpc: "2.0", method: "notifications/initialized" },
    { jsonrpc: "2.0", id: 2, method: "tools/call", params: { name, arguments: args } },
  ]
    .map((message) => `${JSON.stringify(message)}\n`)
    .join("");

/** What is asked otherwise than by one word of a command. */
const LINES: readonly Line[] = [
  (text) => ({ args: ["ask", "пожар", "-n", text] }),
  (text) => ({ args: ["claim", "merchant", "--field", `amount=${text}`] }),
  (text) => ({ args: ["operators", "--lang", text] }),
  (text) => ({ args: ["route", "--as-of", text] }),
  (text) => ({ args: ["route", "--json", "--fields", text] }),
  (text) => ({ args: ["batch"], input: JSON.stringify({ text }) }),
  (text) => ({ args: ["batch"], input: JSON.stringify({ charge: text }) }),
  (text) => ({ args: ["batch"], input: JSON.stringify({ text: "пожар", number: text }) }),
  (text) => ({ args: ["batch"], input: JSON.stringify({ operator: text, find: text }) }),
  (text) => ({ args: ["mcp"], input: called("ask", { text: `мтс ${text} списали деньги` }) }),
  (text) => ({ args: ["mcp"], input: called("route", { operator: text }) }),
  (text) => ({ args: ["mcp"], input: called("charge", { charge: text }) }),
];

/** What answers with its words themselves: whose a number is, a note, a file. */
const OWN = ["whose", "checklist note", "batch", "data check", "data new-overlay"];
const PATHS = ["file", "folder"];
/** What did not answer is a company's, and has to be told from what did. */
const COMPANYS = "--tried";

/** A text in the place of each word a command takes. */
function linesOf({ words, operands, flags }: Declared): Line[] {
  const places = OWN.includes(words.join(" ")) ? [] : operands;
  const taking = [...flags].filter(([flag, takes]) => takes !== null && !PATHS.includes(takes) && flag !== COMPANYS);
  return [
    ...places.map(
      (_, at): Line =>
        (text) => ({ args: [...words, "--", ...operands.with(at, text)] }),
    ),
    ...taking.map(
      ([flag]): Line =>
        (text) => ({ args: [...words, ...operands, `${flag}=${text}`] }),
    ),
  ];
}

/** The digits of a text, whichever alphabet they are of. */
const digitsOf = (text: string): string =>
  [...text].flatMap((one) => (/\p{Nd}/u.test(one) ? [digitOf(one.codePointAt(0) ?? 0)] : [])).join("");

function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code > 0x1d7cd ? (code - 0x1d7ce) % 10 : code - zero;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [readFileSync(join(entry.parentPath, entry.name), "utf8")] : [],
  );
}

export const masks: Trial = {
  name: "masks",
  what: "somebody's number, however written, in every command: it comes out masked",
  tries: 4_000,
  short: 48,
  seconds: 40,
  async open({ root, folder }) {
    const work = workFolder(folder);
    const kept = join(folder, ".config");
    const run = inProcess(root, environment(folder));
    process.chdir(work);
    const lines = [...LINES, ...(await declaredCommands(run)).flatMap(linesOf)];
    return {
      async attempt(seed) {
        const next = chance(seed);
        const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
        const digits = Array.from({ length: 9 }, () => Math.floor(next() * 10)).join("");
        // A card of sixteen, or a mobile number in one of its two forms.
        const number = pick([`89${digits}`, `+79${digits}`, `9${digits}`, `4276380${digits}`]);
        const zero = pick(ZEROS);
        const sign = pick(BETWEEN);
        const written = [...number].map((one) => (one === "+" ? one : String.fromCodePoint(zero + Number(one))));
        const around = pick(AROUND);
        const asked = pick(lines);
        // A phone number alone asks whose it is, and the answer is about the number.
        const alone = ["ask", "batch"].includes(asked("").args[0] ?? "") && !number.startsWith("4276");
        const text = (alone ? (AROUND[0] ?? around) : around)(written.join(sign));
        const { args, input = "" } = asked(text);
        const json = next() < 0.5 ? ["--json"] : [];
        const words = [...json, ...args];
        const shown = `${words.map((word) => JSON.stringify(word)).join(" ")} ${input}`;
        const { out, err, ms } = await run(words, { input });
        const secret = digits.slice(0, 9);
        for (const said of [out, err, ...filesBelow(kept)])
          if (said.split("\n").some((line) => digitsOf(line.replace(/\p{M}/gu, "")).includes(secret)))
            throw new Error(`${shown} tells the number: ${said.slice(0, 600)}`);
        rmSync(kept, { recursive: true, force: true });
        return { input: shown, ms };
      },
    };
  },
};
