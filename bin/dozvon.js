#!/usr/bin/env node

try {
  require("../dist/start.cjs").start(process.argv.slice(2));
} catch (error) {
  // Nothing of the program is there to say it in: a file is missing or cut off.
  process.stderr.write(
    `dozvon: its installation is damaged (${error.code ?? error.name}). Install it again: npm install -g dozvon\n`,
  );
  process.exitCode = 1;
}
