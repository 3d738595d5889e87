// Refuses in scripts, styles and templates what the browsers that we promise can't do yet. `browserslist` in
// package.json says which: "baseline 2023" is what Chrome, Edge, Firefox and Safari could all do at the end of that year.
// An exception stands here, with what happens in a browser that does not know it: a comment beside it would be served.

import css from "@eslint/css";
import html from "@html-eslint/eslint-plugin";
import parser from "@typescript-eslint/parser";
import scripts from "eslint-plugin-baseline-js";
import { readFileSync } from "node:fs";

const { browserslist } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const available = Number(browserslist[0].replace("baseline ", ""));

/** Properties without which everything is there and can be read. */
const PROPERTIES = {
  "content-visibility": "it is used with ::details-content alone",
  "accent-color": "a ticked box has the browser's own colour",
  "field-sizing": "a field scrolls instead of growing",
  "forced-color-adjust": "only browsers with forced colours know it",
  "hanging-punctuation": "quotation marks stand within the line",
  orphans: "a page of paper may end with one line of a paragraph",
  "paint-order": "a line may run under a word on the map",
  resize: "a phone offers no corner to draw a field larger by",
  "text-size-adjust": "only phones enlarge text of their own accord",
  "text-wrap": "lines break where they are full",
  widows: "a page of paper may begin with the last line of a paragraph",
};
const SELECTORS = {
  "details-content": "a browser without it gets folds.js for paper",
  marker: "the sign of a list has the colour of the text",
  "popover-open": "it is only asked for",
};
/** What scripts use where it is there, by its name among the web features. */
const FEATURES = {
  "async-clipboard": "copying goes the older way (clipboard.js)",
  execcommand: "it is the older way; where that fails too, the text is shown to be copied",
  popover: "words lead to the glossary (terms.js)",
  share: "its button is hidden (panel.js)",
  "top-level-await": "the fault of Safari concerns modules that others wait for, and none waits for missing.js",
};
/** Attributes of templates. */
const ATTRIBUTES = {
  popover: "the menu is part of the page, without its buttons (frame.css)",
  popovertarget: "the same",
  popovertargetaction: "the same",
  name: "of a fold: opening one does not close the other",
};
const spared = new RegExp(`^Attribute '(${Object.keys(ATTRIBUTES).join("|")})' `);

export default [
  { ignores: ["**/*", "!macros/", "!macros/frontend/", "!macros/frontend/**"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.js"],
    plugins: { "baseline-js": scripts },
    languageOptions: {
      parser,
      parserOptions: {
        project: "jsconfig.json",
        tsconfigRootDir: import.meta.dirname,
        disallowAutomaticSingleRunInference: true, // with CI=true it would take types from the file, not from the text
      },
    },
    rules: {
      "baseline-js/use-baseline": [
        "error",
        {
          available,
          ignoreFeatures: Object.keys(FEATURES),
          includeWebApis: { preset: "type-aware" },
          includeJsBuiltins: { preset: "type-aware" },
        },
      ],
    },
  },
  {
    files: ["**/*.css"],
    plugins: { css },
    language: "css/css",
    rules: {
      "css/use-baseline": [
        "error",
        {
          available,
          allowProperties: Object.keys(PROPERTIES),
          allowPropertyValues: { "break-after": ["avoid"], "break-before": ["avoid"] }, // a page of paper breaks elsewhere
          allowAtRules: ["page"], // it has the browser's own margins
          allowSelectors: Object.keys(SELECTORS),
        },
      ],
    },
  },
  {
    files: ["**/*.html"],
    plugins: { "@html-eslint": html },
    language: "@html-eslint/html",
    languageOptions: { templateEngineSyntax: { "{{": "}}", "{%": "%}", "{#": "#}" } },
    processor: {
      preprocess: (text) => [text],
      postprocess: ([messages]) => messages.filter(({ message }) => !spared.test(message)),
    },
    rules: { "@html-eslint/use-baseline": ["error", { available }] },
  },
];
