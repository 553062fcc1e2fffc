/** The picture of what is covered is that of the directory as it stands. */
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/vocabulary/language.js";
import { realDirectory } from "../support/real-directory.js";
import { coveragePicture } from "./coverage-picture.js";
import { kept, THEMES } from "./languages.js";

const directory = realDirectory();

describe("the coverage", () => {
  it.each(LANGUAGES)("is drawn as it is (%s)", async (lang) => {
    const draw = coveragePicture(directory, lang);
    for (const theme of THEMES) await expect(draw(theme)).toMatchFileSnapshot(kept("coverage", lang, theme, "svg"));
  });
});
