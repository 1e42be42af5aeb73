/* Fuzzer: PNG and JPEG bytes as a graphic on a page, through to the PDF. */
#include "format.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char page[] =
    "<fo:root xmlns:fo=\"http://www.w3.org/1999/XSL/Format\"><fo:layout-master-set>"
    "<fo:simple-page-master master-name=\"p\" page-width=\"200pt\" page-height=\"200pt\">"
    "<fo:region-body/></fo:simple-page-master></fo:layout-master-set>"
    "<fo:page-sequence master-reference=\"p\"><fo:flow flow-name=\"xsl-region-body\"><fo:block>"
    "<fo:external-graphic src=\"file:/proc/self/fd/%d\" content-width=\"50%%\"/>"
    "</fo:block></fo:flow></fo:page-sequence></fo:root>";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char fo[sizeof page + 16];
    int fd = memfd_create("picture", MFD_CLOEXEC);

    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        __builtin_trap();
    snprintf(fo, sizeof fo, page, fd);
    fuzz_format(fo, strlen(fo));
    close(fd);
    return 0;
}
