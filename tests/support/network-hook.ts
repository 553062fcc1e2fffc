/** Runs before a program in its process and writes down every way out of it: connections, names looked up, other programs. */
export const NETWORK_HOOK = `
const fs = require("node:fs");
const out = process.env.TRACE_FILE;
const append = fs.appendFileSync;
const note = (what) => append(out, what + "\\n");
const watch = (owner, names, label) => {
  for (const name of names) {
    const original = owner?.[name];
    if (typeof original !== "function") continue;
    owner[name] = function (...args) {
      note(label + "." + name);
      return original.apply(this, args);
    };
  }
};
const silence = process.emitWarning;
process.emitWarning = () => {};
// Below everything that Node offers in JavaScript: the handles themselves.
watch(process.binding("tcp_wrap").TCP.prototype, ["connect", "connect6", "bind", "bind6", "listen"], "tcp");
watch(process.binding("udp_wrap").UDP.prototype, ["connect", "connect6", "bind", "bind6", "send", "send6"], "udp");
watch(process.binding("pipe_wrap").Pipe.prototype, ["connect", "bind", "listen"], "pipe");
process.emitWarning = silence;
watch(require("node:dns"), ["lookup", "resolve", "resolve4", "resolve6", "reverse"], "dns");
watch(require("node:dns").promises, ["lookup", "resolve", "resolve4", "resolve6", "reverse"], "dns");
watch(require("node:child_process"), ["spawn", "spawnSync", "exec", "execFile", "execSync", "execFileSync", "fork"], "process");
watch(globalThis, ["fetch"], "global");
note("watching");
`;
