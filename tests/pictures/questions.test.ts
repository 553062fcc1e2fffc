/** The page on the questions says what the program asks. */
import { expect, it } from "vitest";
import { LANGUAGES } from "../../src/vocabulary/language.js";
import { realDirectory } from "../support/real-directory.js";
import { kept } from "./languages.js";
import { questionsPages } from "./questions-page.js";

it("the questions are as the page says", async () => {
  const page = questionsPages(realDirectory());
  for (const lang of LANGUAGES) await expect(page(lang)).toMatchFileSnapshot(kept("questions", lang, "md"));
});
