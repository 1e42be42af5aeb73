// Makes PDFs of Typst letters with one compiler, warm in one process: typst.cjs MODULES SECONDS OUT FILE.typ...
// Prints letters a second of processor time, the size of the last PDF and the peak of memory in MiB.
const [modules, seconds, out, ...files] = process.argv.slice(2);
const { NodeCompiler } = require(modules + '/@myriaddreamin/typst-ts-node-compiler');
const fs = require('fs');

const letters = files.map((name) => fs.readFileSync(name, 'utf8'));
const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontPaths: ['/usr/share/fonts/truetype/noto', '/usr/share/fonts/truetype/dejavu'] }] });
const make = (text) => { const pdf = compiler.pdf({ mainFileContent: text }); compiler.evictCache(10); return pdf; };
fs.writeFileSync(out, make(letters[0]));
const time = () => { const t = process.cpuUsage(); return (t.user + t.system) / 1e6; };
let n = 0, pdf;
const start = time();
while (n < letters.length || time() - start < Number(seconds)) pdf = make(letters[n++ % letters.length]);
console.log([(n / (time() - start)).toFixed(2), pdf.length, Math.round(process.resourceUsage().maxRSS / 1024)].join('\t'));
