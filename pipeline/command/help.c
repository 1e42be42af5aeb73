/* duform help: what there is, from the table of commands. */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

const struct command commands[] = {
    {"make", "+odlqrTWSDMERGAHKBPQ6", true, true,
     "make CASE.xml -o DIR [-d KIND]... [--to N]... [-l LANG] [--with LANG] [--draft] [--style "
     "STYLE] [--html] [--fillable] "
     "[--decision paper|phone --reason TEXT] [--guardian N]... "
     "[--encrypt[=fd:N]] "
     "[--date YYYY-MM-DD] [--spelling|--no-spelling] [--words FILE] [--max-size BYTES] [-q] | make "
     "CASE.xml|DIR... -d watchlist -o DIR "
     "[-r REGION] [--date YYYY-MM-DD] [-q]",
     "gör ett ärendes dokument", "make the documents of a case", command_make},
    {"batch", "odlqWSDMjNCOZXYKPJ01345+", true, true,
     "batch -o DIR [-j N] [-d KIND]... [-l LANG] [--with LANG] [--style STYLE] [--date YYYY-MM-DD] "
     "[--register FILE.csv] [--report FILE.json|FILE.csv] [--shard I/N] [--time-limit SECONDS] "
     "[--memory-limit MIB] [--words FILE] [--no-spelling] [--max-size BYTES] [--merge FILE.pdf "
     "[--duplex] [--split-at SHEETS] [--separators] [--sheet-marks] [--index FILE.csv|FILE.json]] "
     "[-q] CASE.xml|DIR...\n"
     "duform batch --collect [--report FILE.json|FILE.csv] [-q] DIR...",
     "gör ett utskick: många ärendens dokument", "make a mailing: the documents of many cases",
     command_batch},
    {"check", "odFDMERGKPV", true, true,
     "check CASE.xml [-d KIND]... [--decision paper|phone --reason TEXT] [--guardian N]... "
     "[--format=text|json] [--words FILE] [--no-spelling] [--fix -o FILE] [--date YYYY-MM-DD] "
     "[--max-size BYTES]",
     "pröva ett ärende mot schemat och reglerna", "check a case against the schema and the rules",
     command_check},
    {"blank", "orlqWSAH6", true, true,
     "blank KIND -o FILE.pdf [-r REGION] [-l LANG] [--with LANG] [--draft] [--style STYLE] "
     "[--html] [--fillable] [-q]",
     "gör ett dokument utan ärende", "make a document without a case", command_blank},
    {"format", "oqUM", true, true,
     "format FILE.fo -o FILE.pdf [--dump=tree|page] [--max-size BYTES] [-q]",
     "gör PDF av en XSL-FO-fil", "format an XSL-FO file", command_format},
    {"trace", "odltTWSDMERGA6", true, true,
     "trace CASE.xml -d KIND -t assess|view|document|fo|tree|page [--to N]... [-l LANG] "
     "[--style STYLE] [--fillable] [--decision paper|phone --reason TEXT] [--guardian N]... "
     "[--date YYYY-MM-DD] [-o FILE]",
     "visa vad ett steg gjorde", "show what a stage made", command_trace},
    {"read", "orI", true, true,
     "read FILLED.pdf|FORM.xfdf -o CASE.xml [-r REGION | --into CASE.xml]",
     "läs in ett ifyllt formulär", "read a filled-in form", command_read},
    {"language", "2oFI", true, true,
     "language status [--format=text|json] | check [LANG] | export LANG -o FILE.xlf | import "
     "FILE.xlf [--into DIR]",
     "översättningarna: läge, kontroll, ut och in",
     "the translations: status, check, export, import", command_language},
    {"help", "", true, false, "help [COMMAND]", "visa hjälp", "show help", command_help},
    {NULL, "", false, false, NULL, NULL, NULL, NULL},
};

const struct command *command_find(const char *name)
{
    for (const struct command *c = commands; c->name; c++)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

static void help_all(bool swedish)
{
    puts(swedish ? "duform gör papperen för en samordnad individuell plan (SIP) av en ärendefil."
                 : "duform makes the papers of a coordinated individual plan (SIP) from a case "
                   "file.");
    putchar('\n');
    for (const struct command *c = commands; c->name; c++)
        printf("  duform %-8s %s\n", c->name, swedish ? c->sv : c->en);
    printf("  duform %-8s %s\n\n", "--version", swedish ? "visa versionen" : "show the version");
    puts(swedish
             ? "Mer: duform help KOMMANDO, man duform. Meddelandenas språk: --messages=sv|en."
             : "More: duform help COMMAND, man duform. Language of messages: --messages=sv|en.");
}

static void help_read(bool swedish)
{
    puts(
        swedish
            ? "\nEtt intagsformulär blir ett nytt ärende; -r, där formuläret inte säger regionen.\n"
              "--into ÄRENDE.xml: ett annat formulär läggs till sitt ärende, i en ny fil.\n"
              "Det som saknas eller är fel sägs med formulärets ord; det som är rätt blir ett "
              "utkast."
            : "\nAn intake form becomes a new case; -r, where the form does not say the region.\n"
              "--into CASE.xml: any other form joins its case, in a new file.\n"
              "What is missing or wrong is said by the form's labels; what is right is a draft.");
}

static void help_one(const struct command *c, bool swedish)
{
    printf("duform %s\n\n%s.\n", c->synopsis, swedish ? c->sv : c->en);
    if (strchr(c->options, 'R'))
        puts(swedish
                 ? "\n--decision: beslut om skyddade personuppgifter, där regionens rutin kräver "
                   "ett.\n--reason TEXT: skälet, utan personuppgifter; det trycks på checklistan. "
                   "Argument kan\nläsas av andra på datorn: --reason - läser från standard in.\n"
                   "--guardian N: brev till vårdnadshavaren som är mottagare N av ett skyddat "
                   "barn."
                 : "\n--decision: on protected personal data, where the region's routine asks for "
                   "one.\n--reason TEXT: why, without personal data; it is printed on the "
                   "checklist. Others on the\nmachine can read arguments: --reason - reads "
                   "standard input.\n--guardian N: letters to the guardian who is recipient N of "
                   "a protected child.");
    if (c->run == command_read)
        help_read(swedish);
    if (strchr(c->options, 'Q'))
        puts(swedish
                 ? "\n--encrypt: kryptera filerna (AES-256) med ett lösenord som frågas efter vid "
                   "terminalen;\n--encrypt=fd:N: det läses från filbeskrivare N. Filerna är PDF/UA "
                   "men inte PDF/A."
                 : "\n--encrypt: encrypt the files (AES-256) with a password that is asked for at "
                   "the terminal;\n--encrypt=fd:N: it is read from file descriptor N. The files "
                   "are PDF/UA but no PDF/A.");
}

void command_help(const struct options *o, struct diag *diag)
{
    bool swedish = diag_lang(diag) == DIAG_SV;
    const struct command *c = o->operand ? command_find(o->operand) : NULL;

    if (o->operand && !c)
        usage_error(diag, "okänt kommando: ", "unknown command: ", o->operand);
    else if (c)
        help_one(c, swedish);
    else
        help_all(swedish);
}
