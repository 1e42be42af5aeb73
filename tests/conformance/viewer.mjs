// viewer.mjs MODULES FILE.pdf SAVED.pdf SHOT.png: fills in a form in pdf.js, in a headless Chromium, and saves
// it: text, a date, a tick, a radio button and a list, as somebody does who sees the page. MODULES is the
// folder of the packages pdfjs-dist and puppeteer-core. Prints what was filled in, NAME=VALUE a line.
import { createServer } from "node:http";
import { readFile, writeFile } from "node:fs/promises";
import { join, extname } from "node:path";
import { createRequire } from "node:module";

const [modules, file, saved, shot] = process.argv.slice(2);
const require = createRequire(join(modules, "x.js"));
const { default: puppeteer } = await import(require.resolve("puppeteer-core"));
const dist = join(modules, "node_modules/pdfjs-dist");
const page = `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/web/pdf_viewer.css">
<style>.page{position:relative;margin:8px;--scale-factor:1;--total-scale-factor:1}</style><div id="pages"></div>`;
const types = { ".mjs": "text/javascript", ".css": "text/css", ".pdf": "application/pdf" };
const server = createServer(async (request, answer) => {
  const url = new URL(request.url, "http://localhost").pathname;
  try {
    const body = url === "/" ? page : await readFile(url === "/form.pdf" ? file : join(dist, url));
    answer.setHeader("Content-Type", url === "/" ? "text/html" : types[extname(url)] ?? "application/octet-stream");
    answer.end(body);
  } catch { answer.statusCode = 404; answer.end(); }
}).listen(0, "127.0.0.1");
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
                                         args: ["--no-sandbox", "--disable-gpu"] });
try {
  const tab = await browser.newPage();
  await tab.setViewport({ width: 640, height: 900 });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.evaluate(async () => {
    const pdfjs = await import("/legacy/build/pdf.mjs");
    pdfjs.GlobalWorkerOptions.workerSrc = "/legacy/build/pdf.worker.mjs";
    const doc = await pdfjs.getDocument({ url: "/form.pdf" }).promise;
    const linkService = { getDestinationHash: () => "", getAnchorUrl: () => "", addLinkAttributes() {},
                          eventBus: { dispatch() {}, on() {} } };
    for (let n = 1; n <= doc.numPages; n++) {
      const sheet = await doc.getPage(n), viewport = sheet.getViewport({ scale: 1 });
      const div = document.createElement("div"), canvas = document.createElement("canvas"), layer = document.createElement("div");
      div.className = "page"; div.style.width = viewport.width + "px"; div.style.height = viewport.height + "px";
      canvas.width = viewport.width; canvas.height = viewport.height; layer.className = "annotationLayer";
      layer.style.cssText = `position:absolute;inset:0;width:${viewport.width}px;height:${viewport.height}px`;
      div.append(canvas, layer); document.getElementById("pages").append(div);
      await sheet.render({ canvasContext: canvas.getContext("2d"), canvas, viewport,
                           annotationMode: pdfjs.AnnotationMode.ENABLE_FORMS }).promise;
      const annotations = await sheet.getAnnotations();
      await new pdfjs.AnnotationLayer({ div: layer, page: sheet, viewport: viewport.clone({ dontFlip: true }), linkService,
                                        annotationStorage: doc.annotationStorage })
        .render({ annotations, div: layer, page: sheet, viewport, linkService, renderForms: true,
                  annotationStorage: doc.annotationStorage });
    }
    window.doc = doc;
  });
  const type = async (name, words) => {
    const field = await tab.$(`[name="${name}"]`);
    await field.evaluate((e, w) => { e.focus(); e.value = w; e.dispatchEvent(new Event("input", { bubbles: true }));
      e.dispatchEvent(new Event("change", { bubbles: true })); e.blur(); }, words);
    console.log(`${name}=${words.replace(/\n/g, "|")}`);
  };
  const click = async (selector) => { await (await tab.$(selector)).evaluate((e) => e.click()); };
  for (const [name, words] of JSON.parse(process.env.FILL)) await type(name, words);
  for (const selector of JSON.parse(process.env.CLICK ?? "[]")) await click(selector);
  await tab.screenshot({ path: shot });
  const bytes = await tab.evaluate(async () => Array.from(await window.doc.saveDocument()));
  await writeFile(saved, Buffer.from(bytes));
} finally { await browser.close(); server.close(); }
