/** The same instant, written in two zones or without one, gives the same answer to every question that hangs on time. */
import { chance } from "./chance.js";
import { environment } from "./co-process.js";
import { inProcess } from "./in-process.js";
import { workFolder } from "./inputs/work-folder.js";
import type { Trial } from "./trial.js";

const STEAM =
  "refund steam --paid-with foreign-card --event change-of-mind --recurring no --product game --hours-played 1";
/** A question of `now` and of a moment before it. */
const LINES: readonly ((now: string, then: string) => string[])[] = [
  (now, then) => [...STEAM.split(" "), "--as-of", now, "--paid-on", then],
  (now, then) => ["checklist", "show", "spam", "--charged-on", then, "--as-of", now],
  (now, then) => ["checklist", "show", "xsolla", "--charged-on", then, "--as-of", now],
  (now) => ["contacts", "megafon", "--as-of", now],
  (now) => ["route", "-o", "rostelecom", "-t", "home-services", "--as-of", now],
  (now, then) => ["claim", "content-without-consent", "-o", "mts", "--field", `received-on=${then}`, "--as-of", now],
  (now, then) => ["claim", "bank-operation-not-mine", "--field", `date=${then}`, "--as-of", now],
];
const MINUTE = 60_000;
const [FROM, TO] = [Date.UTC(2024, 0, 1), Date.UTC(2027, 5, 1)];
const DAYS_AHEAD = 40;

/** An instant on the clock of a zone that many minutes from Greenwich; without a zone it is Moscow's. */
function written(epoch: number, zone: number | null): string {
  const local = new Date(epoch + (zone ?? 180) * MINUTE).toISOString().slice(0, 16);
  if (zone === null) return local;
  const minutes = Math.abs(zone);
  const pair = (value: number) => String(value).padStart(2, "0");
  return `${local}${zone < 0 ? "-" : "+"}${pair(Math.floor(minutes / 60))}:${pair(minutes % 60)}`;
}

export const moments: Trial = {
  name: "moments",
  what: "one instant in two zones: the same answer, and the same refusal of what has not come yet",
  tries: 3_000,
  short: 24,
  seconds: 30,
  async open({ root, folder }) {
    process.chdir(workFolder(folder));
    const run = inProcess(root, environment(folder));
    return {
      async attempt(seed) {
        const next = chance(seed);
        const zone = () => (next() < 0.3 ? null : Math.round(next() * 28 - 14) * 60);
        const now = Math.floor((FROM + next() * (TO - FROM)) / MINUTE) * MINUTE;
        // Now and then a little ahead: refused by the moment, not by what the calendar on the wall says.
        const then = now - Math.floor((next() * DAYS_AHEAD - 1) * 24 * 60) * MINUTE;
        const line = LINES[Math.floor(next() * LINES.length)] ?? LINES[0];
        const asked = [zone(), zone()].map((own) => [
          ...(line?.(written(now, own), written(then, zone())) ?? []),
          "--json",
        ]);
        const answers: string[] = [];
        let took = 0;
        for (const words of asked) {
          const { code, out, ms } = await run(words);
          took += ms;
          const { result, problem, notices } = JSON.parse(out);
          answers.push(JSON.stringify({ code, result, problem: problem?.code, notices }));
        }
        const shown = asked.map((words) => words.join(" ")).join("\n");
        if (answers[0] !== answers[1]) {
          const at = [...(answers[0] ?? "")].findIndex((one, index) => one !== answers[1]?.[index]);
          throw new Error(`${shown}\n${answers.map((one) => one.slice(Math.max(0, at - 200), at + 200)).join("\n")}`);
        }
        return { input: shown, ms: took };
      },
    };
  },
};
