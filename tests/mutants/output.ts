/** Stands in for src/cli/terminal/output.ts while mutants are tried: what the program says goes to the stream that the test has put there. */
export const standardOutput = () => ({
  write(content: string | Uint8Array): boolean {
    process.stdout.write(content);
    return true;
  },
  drained: () => Promise.resolve(),
  closed: () => false,
});
