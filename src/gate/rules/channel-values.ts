/** The values of channels: numbers, codes, addresses and links. */
import { isValidPhoneNumber } from "libphonenumber-js/max";
import type { AuthoredChannel } from "../../schemas/parties.js";
import type { Text } from "../../vocabulary/language.js";
import { type Fault as AnyFault, asJson, fault, say } from "../words.js";
import { type Check, inEveryChannel } from "./rule.js";

/** `key` where it is not the value that is to be mended. */
type Fault = AnyFault & { key?: keyof AuthoredChannel };

const SHORT = /^[#*]{0,2}\d{2,8}$/;
const USSD = /^[*#]{1,2}\d[\d*#]*(\*\{number\})?#$/;
/** Whether a digit is missing is for valid-full-numbers to say. */
const TOLL_FREE = /^\+780[04]\d+$/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** One address and nothing that a `mailto:` link would take for a header. */
const EMAIL = /^[a-z0-9._+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}$/i;

const EXTENSION = /\s*(?:доб(?:авочный|\.)?|ext\.?|[,;#x])\s*(\d+)\s*$/i;

/** The full number that was meant: +7 and ten digits, whatever it was written with. */
function inDigits(value: string): string | null {
  const digits = value.replace(EXTENSION, "").replace(/\D/g, "");
  if (/^[78]\d{10}$/.test(digits)) return `+7${digits.slice(1)}`;
  const full = `+${digits}`;
  return value.startsWith("+") && E164.test(full) ? full : null;
}

const numberType = (type: string): Text => say("number-type", { type });

function full(value: string, type: "toll-free" | "e164"): Fault | null {
  const written = inDigits(value);
  const tollFree = TOLL_FREE.test(written ?? value);
  const [, extension] = EXTENSION.exec(value) ?? [];
  if (extension !== undefined) return fault("extension-inside", { value: written ?? "+7…", extension });
  if (type === "toll-free" && !tollFree)
    return fault("not-toll-free", {}, E164.test(value) ? numberType("e164") : undefined);
  if (type === "e164" && tollFree) return fault("toll-free-as-e164", { value: String(written) });
  return E164.test(value) ? null : fault("not-e164", {}, written === null ? undefined : asJson(written));
}

function numberFault({ numberType: type }: AuthoredChannel, value: string): Fault | null {
  if (type === "toll-free" || type === "e164") return full(value, type);
  if (type === null) {
    const guess = SHORT.test(value) ? "short-code" : TOLL_FREE.test(inDigits(value) ?? "") ? "toll-free" : "e164";
    return fault("no-number-type", {}, numberType(guess));
  }
  if (value.startsWith("+")) {
    const meant = TOLL_FREE.test(value) ? "toll-free" : "e164";
    return fault("short-as-e164", {}, numberType(meant));
  }
  return SHORT.test(value) ? null : fault("not-short");
}

function formFault(channel: AuthoredChannel): Fault | null {
  const { kind, value, display } = channel;
  if (value === null) return display ? null : fault("no-display");
  if (kind === "voice" || kind === "sms") return numberFault(channel, value);
  if (kind === "ussd" && !USSD.test(value)) {
    const ended = `${value.replace(/[^\d*#]/g, "")}#`;
    return fault("not-ussd", {}, USSD.test(ended) ? asJson(ended) : undefined);
  }
  if (kind === "email" && !EMAIL.test(value)) {
    const [address = ""] = value.replace(/^mailto:/, "").split(/[?&\s]/);
    return fault("not-email", {}, EMAIL.test(address) ? asJson(address) : undefined);
  }
  return null;
}

/** What only a number has, beside what is none. */
function besideFault({ kind, value, numberType: type, postDial }: AuthoredChannel): Fault | null {
  if (postDial !== null && !(kind === "voice" && value?.startsWith("+")))
    return { ...fault("extension-beside"), key: "postDial" };
  if (value === null || type === null || kind === "voice" || kind === "sms") return null;
  return { ...fault("number-type-beside"), key: "numberType" };
}

export const numberForms: Check = (directory) =>
  inEveryChannel(directory, (channel) => [besideFault(channel) ?? formFault(channel)].flatMap((fault) => fault ?? []));

export const validFullNumbers: Check = (directory) =>
  inEveryChannel(directory, ({ value }) =>
    // Of what is not even of the form, another rule speaks.
    !value || !E164.test(value) || isValidPhoneNumber(value) ? [] : [fault("invalid-number", { value })],
  );

const ONLINE = ["web", "app", "chat", "messenger", "office"];

/** A letter of another script in a host name is how a look-alike address is made. */
const HOST = /^https:\/\/((?:[a-z\d-]+\.)+[a-z\d-]{2,}|(?:[а-яё\d-]+\.)+[а-яё]{2,})(\/[^\s<>"'`\\]*)?$/u;

export const secureLinks: Check = (directory) =>
  inEveryChannel(directory, ({ kind, value }) => {
    if (value === null || !ONLINE.includes(kind) || HOST.test(value)) return [];
    const secured = `https://${value.replace(/^[a-z]+:\/\//i, "")}`;
    return [fault("not-https", {}, HOST.test(secured) ? asJson(secured) : undefined)];
  });
