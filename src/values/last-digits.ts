import { keyboard } from "./keyboard.js";

/** The last four digits of a card or account; null for anything else, the whole number above all. */
export function parseLastDigits(given: string): string | null {
  const digits = keyboard(given);
  return /^\d{4}$/.test(digits) ? digits : null;
}
