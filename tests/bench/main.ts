/** npm run bench: ratios to a floor measured in the same run, since times alone say more of the machine than of the program. */
import type { Measured } from "./measure.js";
import { loadOnce, whoseBench } from "./whose.js";

function line({ what, ours, floor, ratio, limit, spread }: Measured): string {
  const within = limit === null ? "" : ratio <= limit ? `at most ${limit}: yes` : `at most ${limit}: NO`;
  const figure = ratio > 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
  return [what.padEnd(60), ours.padStart(10), floor.padStart(10), figure.padStart(9), spread.padStart(12), within].join(
    "  ",
  );
}

async function main(): Promise<void> {
  const rows = await whoseBench(process.argv[1] ?? "");
  const head = [
    "what".padEnd(60),
    "ours".padStart(10),
    "floor".padStart(10),
    "ratio".padStart(9),
    "spread".padStart(12),
  ];
  process.stdout.write(`${[head.join("  "), ...rows.map(line)].join("\n")}\n`);
  if (rows.some(({ ratio, limit }) => limit !== null && ratio > limit)) process.exitCode = 1;
}

if (process.argv.includes("--load")) loadOnce();
else main();
