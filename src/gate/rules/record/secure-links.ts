import type { Text } from "../../../vocabulary/language.js";
import { asJson } from "../../issue.js";
import { at, channelsOf, type GateRule } from "../rule.js";

const ONLINE = ["web", "app", "chat", "messenger", "office"];

/** A letter of another script in a host name is how a look-alike address is made. */
const HOST = /^https:\/\/((?:[a-z\d-]+\.)+[a-z\d-]{2,}|(?:[а-яё\d-]+\.)+[а-яё]{2,})(\/[^\s<>"'`\\]*)?$/u;

const isSecure = (link: string): boolean => HOST.test(link);

function instead(value: string): Text {
  const secured = `https://${value.replace(/^[a-z]+:\/\//i, "")}`;
  return isSecure(secured) ? asJson(secured) : { ru: "адрес https://…", en: "an address https://…" };
}

export const secureLinks: GateRule = {
  id: "secure-links",
  why: {
    ru: "по ссылке вводят пароль и код из SMS: только https и без чужих символов в имени",
    en: "people type passwords and SMS codes there: https only, and no odd characters in the host",
  },
  check(directory) {
    return channelsOf(directory).flatMap(({ entry, channel, path }) => {
      const { kind, value } = channel;
      if (value === null || !ONLINE.includes(kind)) return [];
      return isSecure(value)
        ? []
        : [at(entry, `${path}.value`, { ru: "нужна ссылка https", en: "should be an https link" }, instead(value))];
    });
  },
};
