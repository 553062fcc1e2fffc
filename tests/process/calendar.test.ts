/** A calendar file of the command, read back by two libraries that others made: vobject and icalendar of Python. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FOLDER } from "../support/packed.js";
import { run } from "../support/run.js";

const READER = `
import json, sys
import icalendar, vobject

def by_vobject(text):
    for event in vobject.readOne(text).vevent_list:
        alarm = event.valarm_list[0]
        yield [event.uid.value, event.summary.value, str(event.dtstart.value), str(event.dtend.value), str(alarm.trigger.value)]

def by_icalendar(text):
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        alarm = event.walk("VALARM")[0]
        yield [str(event["UID"]), str(event["SUMMARY"]), str(event["DTSTART"].dt), str(event["DTEND"].dt), str(alarm["TRIGGER"].dt)]

texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[1:]]
print(json.dumps([[sorted(read(text)) for text in texts] for read in (by_vobject, by_icalendar)]))
`;

/** A Python that has both libraries; Debian's own where another comes first. */
const PYTHON =
  ["/usr/bin/python3", "python3"].find((python) => {
    try {
      execFileSync(python, ["-c", "import icalendar, vobject"], { stdio: "ignore" });
      return true;
    } catch {
      return false;
    }
  }) ?? null;

type Event = [uid: string, summary: string, start: string, end: string, alarm: string];

const read = (...files: readonly string[]): [vobject: Event[][], icalendar: Event[][]] =>
  JSON.parse(execFileSync(PYTHON ?? "", ["-c", READER, ...files], { encoding: "utf8" }));

const folder = mkdtempSync(join(FOLDER, "calendar-"));

async function saved(name: string, ...fields: readonly string[]): Promise<string> {
  const file = join(folder, name);
  const stated = [
    "what=tariff-raised",
    "option=Тариф; «Луна», 5052",
    "connected-on=2026-11-05",
    "charged-on=2026-11-05",
  ];
  const flags = [...stated, "amount=1299", ...fields].flatMap((one) => ["--field", one]);
  const args = ["claim", "imposed-option", "-o", "megafon", ...flags, "--ics", file, "--lang", "ru"];
  expect((await run([...args, "--as-of", "2026-11-22"])).code).toBe(0);
  return file;
}

const skipped = PYTHON === null ? " (skipped: no Python with vobject and icalendar here)" : "";

describe(`the calendar of a letter${skipped}`, () => {
  it.skipIf(PYTHON === null)(
    "gives eight events for two letters of one kind, four for the same letter twice",
    async () => {
      const files = await Promise.all([saved("a.ics"), saved("b.ics", "number=89261112233"), saved("again.ics")]);
      const [vobject, icalendar] = read(...files);
      expect(vobject).toEqual(icalendar);
      const [one = [], other = [], again = []] = vobject;
      expect(again).toEqual(one);
      expect(one).toHaveLength(4);
      expect(new Set([...one, ...other, ...again].map(([uid]) => uid)).size).toBe(8);
      for (const events of [one, other]) {
        expect(events.map(([, , start]) => start).sort()).toEqual([
          "2026-11-23",
          "2026-12-23",
          "2026-12-24",
          "2027-05-05",
        ]);
        for (const [, summary, start, end, alarm] of events) {
          expect(summary).toMatch(/^.{5,}: ПАО «МегаФон»$/);
          expect((Date.parse(end) - Date.parse(start)) / 86_400_000).toBe(1);
          expect(alarm).toBe("9:00:00");
        }
      }
    },
  );

  it.skipIf(PYTHON === null)("moves the dates of the same letter when it is known when it was taken", async () => {
    const sent = "date=2026-11-20";
    const [[[before = [], after = []]]] = [
      read(await saved("sent.ics", sent), await saved("taken.ics", sent, "received-on=2026-11-30")),
    ];
    expect(after.map(([uid]) => uid)).toEqual(before.map(([uid]) => uid));
    expect(after.map(([, , start]) => start)).not.toEqual(before.map(([, , start]) => start));
  });
});

describe("no calendar", () => {
  it.each([
    ["nobody said why the money is wanted, which sets the terms", ["claim", "merchant"]],
    ["the date was left blank on purpose", ["claim", "imposed-option", "--field", "date="]],
  ])("where %s: one line says so, and no file is left behind, the letter's neither", async (_why, args) => {
    const at = mkdtempSync(join(FOLDER, "undated-"));
    const files = [join(at, "claim.ics"), join(at, "claim.txt")] as const;
    const { code, out, err } = await run([...args, "--ics", files[0], "-O", files[1], "--lang", "en"]);
    expect({ code, out, lines: err.split("\n").length }).toEqual({ code: 2, out: "", lines: 2 });
    expect(err).toContain("date");
    expect(files.filter(existsSync)).toEqual([]);
  });
});
