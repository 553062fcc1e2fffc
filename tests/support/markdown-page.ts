/** A page of the repository as a reader of Markdown sees it. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GithubSlugger from "github-slugger";
import { lexer, type Token, type Tokens, walkTokens } from "marked";

const tokens = (file: string): Token[] => {
  const found: Token[] = [];
  walkTokens(lexer(readFileSync(file, "utf8")), (token) => void found.push(token));
  return found;
};

const ofType = <T extends Token>(file: string, type: T["type"]): T[] =>
  tokens(file).filter((token): token is T => token.type === type);

export const headings = (file: string): Tokens.Heading[] => ofType<Tokens.Heading>(file, "heading");

/** The code of every block in a language, in their order. */
export const blocks = (file: string, language: string): string[] =>
  ofType<Tokens.Code>(file, "code")
    .filter(({ lang }) => lang?.split(" ")[0] === language)
    .map(({ text }) => text);

/** What stands between backticks in a line of text. */
export const codeSpans = (file: string): string[] =>
  ofType<Tokens.Codespan>(file, "codespan").map(({ text }) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"'),
  );

function anchors(file: string): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(headings(file).map(({ text }) => slugger.slug(text)));
}

/** Links and pictures that lead into the repository, those written as HTML too. */
function relativeLinks(file: string): string[] {
  const all = tokens(file).flatMap((token) => {
    if (token.type === "link" || token.type === "image") return [(token as Tokens.Link).href];
    if (token.type !== "html") return [];
    return [...(token as Tokens.HTML).raw.matchAll(/(?:src|srcset|href)="([^"]+)"/g)].map(([, href]) => href ?? "");
  });
  return [...new Set(all)].filter((href) => !/^[a-z]+:/.test(href));
}

/** The links of a page that lead nowhere. */
export function deadLinks(file: string): string[] {
  return relativeLinks(file).filter((href) => {
    const [path = "", anchor] = href.split("#");
    const target = path === "" ? file : normalize(join(dirname(file), path));
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchors(target).has(anchor);
  });
}
