import type { Ground } from "../../directory/types.js";
import { pick, said, type Words } from "../words.js";

/** A statement with how far it can be trusted and why. */
export const groundJson = (ground: Ground, words: Words) =>
  said(pick(ground, "id", "text", "doubt", "grade", "status", "checkedOn", "sources"), words);
