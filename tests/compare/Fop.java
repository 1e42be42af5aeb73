/* Apache FOP in one process: formats a list of XSL-FO files, or measures how fast it does. */
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.sax.SAXResult;
import javax.xml.transform.sax.SAXSource;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.FopFactoryBuilder;
import org.apache.fop.apps.MimeConstants;
import org.xml.sax.InputSource;

/* Fop CONFIG format LIST         LIST: lines of FO file, tab, PDF file
 * Fop CONFIG measure LIST SECONDS [tagged]
 *                                all files over and over; one line a file: ms, pages, bytes */
class FopRunner {
    static final TransformerFactory TRANSFORMERS = TransformerFactory.newInstance();
    static final SAXParserFactory PARSERS = SAXParserFactory.newInstance();

    static FopFactory factory(String config, String folder, boolean tagged) throws Exception {
        File file = new File(config);
        FopFactoryBuilder builder =
            new FopConfParser(file, new File(folder).toURI()).getFopFactoryBuilder();
        builder.setStrictFOValidation(false);
        builder.setAccessibility(tagged);
        return builder.build();
    }

    /* How many pages it made. FOP's remarks on the file are left out. */
    static int format(FopFactory factory, String from, OutputStream to) throws Exception {
        FOUserAgent agent = factory.newFOUserAgent();
        agent.getEventBroadcaster().addEventListener(event -> {});
        Fop fop = factory.newFop(MimeConstants.MIME_PDF, agent, to);
        SAXSource source = new SAXSource(PARSERS.newSAXParser().getXMLReader(),
                                         new InputSource(new File(from).toURI().toString()));
        TRANSFORMERS.newTransformer().transform(source, new SAXResult(fop.getDefaultHandler()));
        return fop.getResults().getPageCount();
    }

    /* URLs of pictures start at the folder of the file: a factory for each folder. */
    static void formatAll(String config, List<String> list) throws Exception {
        String folder = null;
        FopFactory factory = null;

        for (String line : list) {
            String[] part = line.split("\t");
            String parent = new File(part[0]).getAbsoluteFile().getParent();
            if (!parent.equals(folder)) {
                folder = parent;
                factory = factory(config, folder, false);
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(part[1])))) {
                format(factory, part[0], out);
            } catch (Exception | StackOverflowError e) {
                Files.deleteIfExists(Path.of(part[1]));
                String why = String.valueOf(e.getMessage()).split("\n")[0];
                System.out.println(part[0] + "\t" + why);
            }
        }
    }

    /** Processor time of this thread: other work on the machine disturbs less. */
    static long threadTime() {
        return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static void measure(String config, List<String> list, double seconds, boolean tagged)
        throws Exception {
        FopFactory factory = factory(config, ".", tagged);
        int n = list.size(), rounds = 0;
        double[] best = new double[n], sum = new double[n];
        int[] pages = new int[n], bytes = new int[n];
        long end = System.nanoTime() + (long) (seconds * 1e9), half = end - (long) (seconds * 5e8);

        for (boolean warm = false; System.nanoTime() < end || rounds == 0; warm |= System.nanoTime() > half) {
            for (int i = 0; i < n; i++) {
                ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
                long start = threadTime();
                pages[i] = format(factory, list.get(i), out);
                double ms = (threadTime() - start) / 1e6;
                bytes[i] = out.size();
                sum[i] += warm ? ms : 0;
                best[i] = !warm ? 0 : best[i] == 0 ? ms : Math.min(best[i], ms);
            }
            rounds += warm ? 1 : 0;
        }
        for (int i = 0; i < n; i++)
            System.out.printf("%s\t%.3f\t%.3f\t%d\t%d%n", list.get(i), sum[i] / Math.max(rounds, 1),
                              best[i], pages[i], bytes[i]);
    }

    public static void main(String[] args) throws Exception {
        PARSERS.setNamespaceAware(true);
        System.setProperty("org.apache.commons.logging.Log",
                           "org.apache.commons.logging.impl.NoOpLog");
        List<String> list = Files.readAllLines(Path.of(args[2]));
        if (args[1].equals("format"))
            formatAll(args[0], list);
        else
            measure(args[0], list, Double.parseDouble(args[3]), args.length > 4);
    }
}
