# words.pl EXPECTED TAKEN [pieces]: are the words of the expected blocks (blocks.xsl) found in what an extractor took
# out of the PDF, each beside its neighbour, and the numbers whole? Prints those that are not, and how many pairs there were.
#
# pdftotext puts what runs against the page into embeddings (U+202A, U+202B ... U+202C). A line that is one embedding
# is in logical order; any other is turned into what stands on the page, and that into what is read.
# pieces: mutool gives each run of one direction as it stands on the page, the runs in the order of reading.
# Text that stands beside other text, in a table or among fields, comes line by line from pdftotext, and from right
# to left in one piece with its neighbours from mutool: there its order is not asked for.
use strict;
use utf8;
my ($want, $got, $pieces) = @ARGV;
sub slurp { open my $f, '<:encoding(UTF-8)', shift or die; local $/; return <$f> }
my $rtl = qr/[\p{Arabic}\x{200C}\x{200D}]/;
my $ltr = qr/(?!$rtl)[\p{L}\p{N}§]/;
sub plain {
    my $s = shift;
    $s =~ s/[\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2060}\x{2066}-\x{2069}\x{FEFF}]//g;
    $s =~ s/\x{2011}/-/g;
    $s =~ s/\x{A0}/ /g;
    return $s;
}
sub one_embedding {
    my ($line, $depth, $at) = (shift, 0, 0);
    for my $c (split //, $line) {
        $depth += $c =~ /[\x{202A}\x{202B}]/;
        $depth -= $c eq "\x{202C}";
        $at++;
        return $at == length $line unless $depth;
    }
    return 0;
}
sub line {
    my $line = shift;
    return plain($line) if $line !~ $rtl || one_embedding($line);
    $line =~ s/\x{202B}([^\x{202C}]*)\x{202C}/reverse $1/ge;
    my $turned = reverse plain($line);
    $turned =~ s/($ltr(?:(?!$rtl).)*$ltr|$ltr)/reverse $1/ge;
    return $turned;
}
sub runs {
    my $s = plain(shift);
    # brackets come from another font, so they are runs of their own
    $s =~ s/((?:(?!$ltr)[^()])*$rtl(?:(?!$ltr)[^()])*)/reverse $1/ge;
    return $s;
}
sub words {
    my $s = shift;
    $s =~ s/(?<=$rtl)(?=$ltr)|(?<=$ltr)(?=$rtl)/ /g;
    return grep { length } map { s/[^\p{L}\p{M}\p{N}§\x{200C}]//gr } split ' ', $s;
}
my $text = slurp($got);
$text =~ s/\x{AD}\s*//g;
my @taken = words(join "\n", map { $pieces ? runs($_) : line($_) } split /\n/, $text);
my %taken = map { $_ => 1 } @taken;
my $all = join '', @taken;
my $turns = $text =~ $rtl;
my ($pairs, $apart) = (0, 0);
for my $block (split /\n/, slurp($want)) {
    my $beside = $block =~ s/^\t//;
    my @w = words(plain($block));
    for my $i (0 .. $#w) {
        my $next = $w[$i + 1] // '';
        if (!$pieces && $w[$i] =~ /^\p{N}/ && !$taken{$w[$i]}) {
            $apart++;
            print "torn apart: $w[$i]\n";
        }
        $pairs++;
        next if index($all, $w[$i] . $next) >= 0;
        next if $pieces && $turns && index($all, $next . $w[$i]) >= 0;
        next if $beside && (!$pieces || ($turns && index($all, $w[$i]) >= 0));
        $apart++;
        print "not together: $w[$i] | $next\n";
    }
}
print "$pairs pairs of words, $apart apart\n";
exit($apart > 0 || $pairs < 20);
