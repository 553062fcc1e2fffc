const ADDRESS = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.[^\s@<>"(),;:.]{2,}$/u;
const LONGEST = 254;

/** An e-mail address as it was written; null where it is none. */
export function parseEmail(given: string): string | null {
  const address = given.trim();
  return ADDRESS.test(address) && address.length <= LONGEST ? address : null;
}
