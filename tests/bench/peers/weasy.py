# Makes PDFs of HTML letters with WeasyPrint, warm in one process: weasy.py SECONDS OUT FILE.html...
# Prints letters a second of processor time, the size of the last PDF and the peak of memory in MiB.
import resource, sys, time
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration

seconds, out, files = float(sys.argv[1]), sys.argv[2], sys.argv[3:]
letters = [open(name, encoding="utf-8").read() for name in files]
fonts = FontConfiguration()
make = lambda html: HTML(string=html).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
open(out, "wb").write(make(letters[0]))
start, n = time.process_time(), 0
while n < len(letters) or time.process_time() - start < seconds:
    pdf = make(letters[n % len(letters)])
    n += 1
print("%.2f\t%d\t%d" % (n / (time.process_time() - start), len(pdf),
                        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
