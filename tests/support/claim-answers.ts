import { ENTER } from "./terminal.js";

export const NAME = "Иванов Пётр Сергеевич";

/** The questions of content-without-consent after the operator, and what this person answers. */
export const ANSWERS = [
  ["Full name", NAME + ENTER],
  ["Your postal address", `117997, Москва, ул. Вавилова, д. 1${ENTER}`],
  ["Phone number", `8 926 123-45-67${ENTER}`],
  ["Contract or account number", `12345678${ENTER}`],
  ["Name of the service", `Гороскоп${ENTER}`],
  ["Date of the charge", `05.11.2026${ENTER}`],
  ["Date of the last charge", ENTER],
  ["Amount", `1 299,50${ENTER}`],
  ["When you asked support", `2026-11-20${ENTER}`],
  ["Number of the request", ENTER],
  ["What else matters", ENTER],
  ["Where to return the money", "1"],
  ["How to send the answer", "1"],
  ["Your e-mail", ENTER],
  ["What it is about", "1"],
  ["Contact phone", ENTER],
] as const;
