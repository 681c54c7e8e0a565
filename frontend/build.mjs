// Copy what the pages use out of node_modules into static/vendor/<library>-<version>/, with a manifest.
//
//   npm ci && node build.mjs           write the folder anew
//   npm ci && node build.mjs --check   say what differs from what is committed; write nothing
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { COPIES, LIBRARIES } from "./libraries.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, "..");
const VENDOR = join(ROOT, "src", "upslope", "web", "static", "vendor");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

async function versionOf(library) {
  const text = await readFile(join(HERE, "node_modules", library.package, "package.json"), "utf8");
  return JSON.parse(text).version;
}

async function spriteOf(library) {
  const symbols = [];
  for (const icon of library.sprite.icons) {
    const path = join(HERE, "node_modules", library.package, "icons", `${icon}.svg`);
    const text = await readFile(path, "utf8");
    const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(text)[1].replaceAll(/\s*\n\s*/g, "");
    symbols.push(`<symbol id="${icon}" viewBox="0 0 24 24">${inner}</symbol>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

async function collect(library) {
  const version = await versionOf(library);
  const folder = `${library.name}-${version}`;
  const contents = new Map();
  for (const [source, target, change] of library.files) {
    const bytes = await readFile(join(HERE, "node_modules", library.package, source));
    contents.set(target, change ? Buffer.from(change(bytes.toString("utf8"))) : bytes);
  }
  if (library.sprite) {
    contents.set(library.sprite.file, Buffer.from(await spriteOf(library)));
  }
  const entry = {
    name: library.name,
    version,
    licence: library.licence,
    source: `npm:${library.package}@${version}`,
    folder,
    files: Object.fromEntries([...contents].map(([name, bytes]) => [name, sha256(bytes)])),
  };
  return { folder, contents, entry };
}

async function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).split(sep).join("/"));
}

async function wanted() {
  const all = new Map();
  const entries = [];
  for (const library of LIBRARIES) {
    const { folder, contents, entry } = await collect(library);
    entries.push(entry);
    for (const [name, bytes] of contents) all.set(`${folder}/${name}`, bytes);
  }
  all.set("manifest.json", Buffer.from(JSON.stringify({ libraries: entries }, null, 2) + "\n"));
  return all;
}

async function write(all) {
  await rm(VENDOR, { recursive: true, force: true });
  for (const [name, bytes] of all) {
    const path = join(VENDOR, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
  for (const [library, source, target] of COPIES) {
    await writeFile(join(ROOT, target), await readFile(join(HERE, "node_modules", library, source)));
  }
  console.log(`${all.size} files written to ${relative(process.cwd(), VENDOR)}`);
}

async function check(all) {
  const complaints = [];
  for (const [name, bytes] of all) {
    const path = join(VENDOR, name);
    if (!existsSync(path)) complaints.push(`missing: ${name}`);
    else if (sha256(await readFile(path)) !== sha256(bytes)) complaints.push(`differs: ${name}`);
  }
  for (const name of await filesUnder(VENDOR)) {
    if (!all.has(name)) complaints.push(`left over: ${name}`);
  }
  for (const [library, source, target] of COPIES) {
    const bytes = await readFile(join(HERE, "node_modules", library, source));
    if (sha256(await readFile(join(ROOT, target))) !== sha256(bytes)) complaints.push(`differs: ${target}`);
  }
  if (complaints.length) {
    console.error([...complaints, "Run `node build.mjs` and commit the result."].join("\n"));
    process.exitCode = 1;
  } else {
    console.log(`${all.size} vendored files are as the packages give them`);
  }
}

const all = await wanted();
await (process.argv.includes("--check") ? check(all) : write(all));
