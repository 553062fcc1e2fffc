/** Every command under strace: no socket of a network, no other program, and no file opened for writing that was not asked for. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CALLS, type Call } from "../support/examples.js";
import { placesIn, ran } from "./home.js";
import type { Attempts, Setting, Trial, Tried } from "./trial.js";

const CALLED =
  "trace=network,openat,open,creat,execve,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat";

const STRACE = ["strace", "-f", "-qq", "-s", "400", "-e", CALLED, "-o"];

/** Sockets that leave the machine or ask about it; a pair of pipes within the process is none. */
const NETWORK = /\b(?:AF_INET6?|AF_NETLINK|AF_PACKET)\b|\bconnect\(/;
const WRITES = /\b(?:openat|open|creat)\(.*"(?<path>[^"]*)".*\bO_(?:WRONLY|RDWR|CREAT)\b.*= \d/;
const MAKES = /\b(?:rename(?:at2?)?|mkdir(?:at)?|link(?:at)?|symlink(?:at)?)\(.*"(?<path>[^"]*)"[^"]*= 0/;
const DEVICES = /^\/(?:dev|proc)\//;

function faultsIn(trace: string, { writes = [], keeps = false }: Call, current: string): string[] {
  const lines = trace.split("\n");
  const programs = lines.filter((line) => /\bexecve\(.*= 0$/.test(line));
  const isAsked = (path: string) =>
    DEVICES.test(path) ||
    (keeps && path.includes("/home/.config")) ||
    writes.some((name) => `${path}/`.startsWith(path.startsWith("/") ? join(current, name) : name));
  const paths = lines.flatMap((line) => (WRITES.exec(line) ?? MAKES.exec(line))?.groups?.path ?? []);
  return [
    ...lines.filter((line) => NETWORK.test(line)),
    ...programs.slice(1),
    ...paths.filter((path) => !isAsked(path)).map((path) => `writes ${path}`),
  ];
}

/** What the trial has to find, or it shows nothing: a process that does all that dozvon must not. */
const CONTROL = `
  require("node:fs").writeFileSync("unasked", "");
  require("node:child_process").spawnSync("true");
  require("node:net").connect(9, "127.0.0.1").on("error", () => {});
`;

async function checkTrial({ folder }: Setting): Promise<void> {
  const own = mkdtempSync(join(folder, "control-"));
  const places = placesIn(own);
  const file = join(own, "trace");
  await ran([...STRACE, file, process.execPath, "-e", CONTROL], places, null);
  const found = faultsIn(readFileSync(file, "utf8"), { args: [], line: [] }, places.current).join("\n");
  for (const fault of ["AF_INET", "execve(", "writes unasked"]) {
    if (!found.includes(fault)) throw new Error(`the trial does not see ${fault}`);
  }
}

async function traced(call: Call, { root, folder }: Setting): Promise<Tried> {
  const own = mkdtempSync(join(folder, "call-"));
  const places = placesIn(own);
  const file = join(own, "trace");
  const program = [process.execPath, join(root, "bin", "dozvon.js"), ...call.line];
  const begun = performance.now();
  const { code, err } = await ran([...STRACE, file, ...program], places, null, call.input);
  const input = call.line.join(" ");
  if (![0, 2, 3, 4].includes(code ?? 1)) throw new Error(`${input}: exit ${code}, ${err}`);
  const trace = readFileSync(file, "utf8");
  if (!trace.includes("execve(")) throw new Error(`${input}: strace has seen nothing`);
  const faults = faultsIn(trace, call, places.current);
  if (faults.length > 0) throw new Error(`${input}: ${faults.slice(0, 5).join("; ")}`);
  return { input, ms: performance.now() - begun };
}

async function open(setting: Setting): Promise<Attempts> {
  if (spawnSync("strace", ["-qq", "-o", "/dev/null", "true"]).status !== 0) {
    return { attempt: async () => ({ input: "left out: strace is not here, or may not trace", ms: 0 }) };
  }
  await checkTrial(setting);
  const left = new Set(CALLS);
  return {
    attempt(seed) {
      const call = CALLS[seed % CALLS.length] as Call;
      left.delete(call);
      return traced(call, setting);
    },
    // Chance leaves some out, and none may be left out.
    async close() {
      for (const call of left) await traced(call, setting);
    },
  };
}

export const systemCalls: Trial = {
  name: "system-calls",
  what: "every command under strace: no network, no other program, no file unasked",
  tries: 20,
  short: 0,
  seconds: 30,
  open,
};
