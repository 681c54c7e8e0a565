// What is taken from each package: [file in the package, file here, optional change of its text].

const ICONS = [
  "arrow-down", "arrow-up", "external-link", "keyboard", "maximize", "minus", "plus", "undo-2", "x",
];

const font = (name, styles) =>
  ["latin", "latin-ext"].flatMap((subset) =>
    styles.map((style) => {
      const file = `${name}-${subset}-${style}.woff2`;
      return [`files/${file}`, file];
    }),
  );

// KaTeX ships each font three times; every browser we support reads woff2.
const woff2Only = (css) =>
  css.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)/g, "");

const KATEX_FONTS = [
  "AMS-Regular", "Caligraphic-Bold", "Caligraphic-Regular", "Fraktur-Bold", "Fraktur-Regular", "Main-Bold",
  "Main-BoldItalic", "Main-Italic", "Main-Regular", "Math-BoldItalic", "Math-Italic", "SansSerif-Bold",
  "SansSerif-Italic", "SansSerif-Regular", "Script-Regular", "Size1-Regular", "Size2-Regular",
  "Size3-Regular", "Size4-Regular", "Typewriter-Regular",
].map((name) => [`dist/fonts/KaTeX_${name}.woff2`, `fonts/KaTeX_${name}.woff2`]);

export const LIBRARIES = [
  {
    name: "katex",
    package: "katex",
    licence: "MIT",
    files: [
      ["dist/katex.min.css", "katex.min.css", woff2Only],
      ["LICENSE", "LICENSE"],
      ...KATEX_FONTS,
    ],
  },
  {
    name: "mathlive",
    package: "mathlive",
    licence: "MIT",
    files: [["mathlive.min.mjs", "mathlive.min.mjs"], ["LICENSE.txt", "LICENSE"]],
  },
  {
    name: "source-serif-4",
    package: "@fontsource-variable/source-serif-4",
    licence: "OFL-1.1",
    files: [...font("source-serif-4", ["opsz-normal", "opsz-italic"]), ["LICENSE", "LICENSE"]],
  },
  {
    name: "source-sans-3",
    package: "@fontsource-variable/source-sans-3",
    licence: "OFL-1.1",
    files: [...font("source-sans-3", ["wght-normal"]), ["LICENSE", "LICENSE"]],
  },
  {
    name: "source-code-pro",
    package: "@fontsource-variable/source-code-pro",
    licence: "OFL-1.1",
    files: [...font("source-code-pro", ["wght-normal"]), ["LICENSE", "LICENSE"]],
  },
  {
    name: "lucide",
    package: "lucide-static",
    licence: "ISC",
    files: [["LICENSE", "LICENSE"]],
    sprite: { icons: ICONS, file: "icons.svg" },
  },
];

// KaTeX itself runs on the server: pages arrive with their formulas set.
export const COPIES = [["katex", "dist/katex.min.js", "src/upslope/curriculum/vendor/katex.min.js"]];
