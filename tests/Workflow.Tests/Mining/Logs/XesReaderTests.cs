using System.IO.Compression;
using System.Text;
using Workflow.Definitions.Wording;
using Workflow.Mining.Logs;

namespace Workflow.Tests.Mining.Logs;

public sealed class XesReaderTests
{
    private const string Small = """
        <?xml version="1.0" encoding="UTF-8"?>
        <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
          <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
          <global scope="trace"><string key="concept:name" value="UNKNOWN"/></global>
          <classifier name="Activity" keys="concept:name"/>
          <string key="note" value="of the log"><int key="nested" value="1"/></string>
          <trace>
            <string key="concept:name" value="case &lt;1&gt;"/>
            <list key="people"><values><string key="person" value="a"/><string key="person" value="b"/></values></list>
            <event><string key="concept:name" value="收件"/><date key="time:timestamp" value="2011-10-11T13:45:40.276+02:00"/></event>
            <event><string key="concept:name" value="check"/><float key="cost" value="1.5E3"/><boolean key="ok" value="true"/><id key="identity:id" value="x"/></event>
          </trace>
          <trace/>
          <event><string key="concept:name" value="nobody's"/></event>
        </log>
        """;

    [Test]
    public void A_log_is_read_case_by_case_with_any_attribute()
    {
        using var reader = Open(Small);
        var (first, second, none) = (reader.Read()!, reader.Read()!, reader.Read());
        Assert.That(
            (reader.Fault, none, reader.LooseEvents, reader.Head.Version, reader.Head.Extensions.Single().Prefix),
            Is.EqualTo(((object?)null, (XesTrace?)null, 1L, "1.0", "concept"))
        );
        Assert.That((first["concept:name"]!.Text, first.Events.Length, second.Events.Length), Is.EqualTo(("case <1>", 2, 0)));
        Assert.That(first["people"]!.Nested.Select(p => p.Text), Is.EqualTo(new[] { "a", "b" }));
        Assert.That((first.At.Line, first.Events[1].At.Line, first.Events[0]["concept:name"]!.Text), Is.EqualTo((7, 11, "收件")));
    }

    [TestCase("2011-10-11T13:45:40.276+02:00", "2011-10-11T11:45:40.2760000+00:00")]
    [TestCase("2011-10-11T13:45:40Z", "2011-10-11T13:45:40.0000000+00:00")]
    [TestCase("2011-10-11T13:45:40.123456789-05:30", "2011-10-11T19:15:40.1234567+00:00")]
    [TestCase("2011-07-01T12:00:00", "2011-07-01T10:00:00.0000000+00:00")]
    [TestCase("2011-12-01T12:00:00", "2011-12-01T11:00:00.0000000+00:00")]
    [TestCase("2011-10-11T13:45:40+0200", "2011-10-11T11:45:40.0000000+00:00")]
    [TestCase("2011-10-11T13:45:40.5-05", "2011-10-11T18:45:40.5000000+00:00")]
    [TestCase(" 2011-10-11 13:45:40 +02:00 ", "2011-10-11T11:45:40.0000000+00:00")]
    [TestCase("2011-10-11T13:45z", "2011-10-11T13:45:00.0000000+00:00")]
    [TestCase("2011-10-11", "2011-10-10T22:00:00.0000000+00:00")]
    public void A_moment_keeps_its_zone_and_takes_the_one_given_where_it_has_none(string written, string utc) =>
        Assert.That(
            new XesAttribute("t", XesType.Date, written, [])
                .Moment(TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam"))!
                .Value.ToString("O"),
            Is.EqualTo(utc)
        );

    [Test]
    public void A_gzipped_log_is_known_by_its_first_bytes()
    {
        using var reader = new XesReader("log", new MemoryStream(Zipped(Small)));
        Assert.That((reader.Read()!.Events.Length, reader.Fault), Is.EqualTo((2, (object?)null)));
    }

    [TestCase("<boolean key='a' value='TRUE'/>")]
    [TestCase("<boolean key='a' value='perhaps'/>")]
    [TestCase("<date key='a' value='2011-10-11T13:45:40+0200'/>")]
    [TestCase("<date key='a' value=''/>")]
    [TestCase("<date key='a' value='yesterday'><date key='used' value='never'/></date>")]
    [TestCase("<int key='a' value='1e5'/>")]
    [TestCase("<int key='a' value='99999999999999999999'/>")]
    [TestCase("<float key='a' value='1,5'/>")]
    [TestCase("<date key='used' value=''/>")]
    [TestCase("<date key='used' value='2011-10-11T13:45:40+0200'/>")]
    public void An_odd_value_that_nobody_uses_refuses_nothing(string odd)
    {
        using var reader = Open($"<log>{odd}<trace><string key='n' value='1'/>{odd}<event>{odd}</event></trace></log>");
        reader.Use(["used"]);
        Assert.That((reader.Read()?.Events.Length, reader.Read(), reader.Fault), Is.EqualTo(((int?)1, (XesTrace?)null, (object?)null)));
    }

    [TestCase("<float/>")]
    [TestCase("<string key='a'/>")]
    [TestCase("<list key='a'><values><float value='1'/></values></list>")]
    [TestCase("<global scope='trace'><float/></global>")]
    public void What_a_log_says_of_itself_without_a_key_or_a_value_refuses_nothing(string odd)
    {
        using var reader = Open($"<log>{odd}<trace><string key='n' value='1'/><event/></trace></log>");
        Assert.That((reader.Read()?.Events.Length, reader.Read(), reader.Fault), Is.EqualTo(((int?)1, (XesTrace?)null, (object?)null)));
    }

    [TestCase("TRUE", "true")]
    [TestCase("1", "true")]
    [TestCase("False", "false")]
    [TestCase("perhaps", "perhaps")]
    public void True_and_false_are_one_word_however_they_are_written(string written, string word) =>
        Assert.That(new XesAttribute("a", XesType.Boolean, written, []).Word, Is.EqualTo(word));

    [TestCase("gb18030", "行政许可𠮷")]
    [TestCase("GBK", "行政许可")]
    [TestCase("gb2312", "行政许可")]
    public void A_log_in_the_national_encoding_is_read(string name, string words)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var text = $"<?xml version='1.0' encoding='{name}'?><log><trace><string key='n' value='{words}'/></trace></log>";
        using var reader = new XesReader("log", new MemoryStream(encoding.GetBytes(text)));
        Assert.That((reader.Read()?["n"]?.Text, reader.Fault), Is.EqualTo((words, (object?)null)));
    }

    [Test]
    public void A_byte_that_is_not_of_the_national_encoding_is_refused() =>
        Assert.That(
            Refusal(
                new XesReader(
                    "log",
                    new MemoryStream([.. "<?xml version='1.0' encoding='GB18030'?><log><string key='a' value='"u8, 0xFF, .. "'/></log>"u8])
                )
            ),
            Is.EqualTo("xes.encoding")
        );

    [Test]
    public void A_gzip_whose_checksum_is_broken_is_called_corrupt()
    {
        var whole = Zipped(Small);
        whole[^6] ^= 0xFF;
        using var reader = new XesReader("log", new MemoryStream(whole));
        while (reader.Read() is not null) { }
        Assert.That(
            (reader.Fault?.Code, reader.Fault?.In(Language.En).Sentence),
            Is.EqualTo(
                (
                    "xes.gzip",
                    "Expected a whole gzipped log, but it is corrupt: its packed bytes or their checksum are damaged, or it breaks off."
                )
            )
        );
    }

    [TestCase("utf-16", 0)]
    [TestCase("iso-8859-1", 1)]
    public void Other_encodings_are_read_where_the_log_names_them(string name, int _)
    {
        var text = $"<?xml version='1.0' encoding='{name}'?><log><trace><string key='n' value='café'/></trace></log>";
        var encoding = Encoding.GetEncoding(name);
        using var reader = new XesReader("log", new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
        Assert.That((reader.Read()?["n"]?.Text, reader.Fault), Is.EqualTo(("café", (object?)null)));
    }

    [TestCase(
        "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log><string key='a' value='&x;'/></log>",
        "xes.document_type",
        TestName = "An external entity"
    )]
    [TestCase(
        "<!DOCTYPE log [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><log><string key='a' value='&b;'/></log>",
        "xes.document_type",
        TestName = "Billions of laughs"
    )]
    [TestCase("<log><string key='a' value='&x;'/></log>", "xes.xml", TestName = "An entity nobody declared")]
    [TestCase("<log><trace></log>", "xes.xml", TestName = "Tags that do not close")]
    [TestCase("<log><trace>", "xes.xml", TestName = "A log that breaks off")]
    [TestCase("<log/><log/>", "xes.xml", TestName = "Two logs")]
    [TestCase("", "xes.xml", TestName = "Nothing at all")]
    [TestCase("case,activity\n1,a\n", "xes.xml", TestName = "Another format")]
    [TestCase("<html/>", "xes.no_log", TestName = "Another document")]
    [TestCase("<log><trace><evil/></trace></log>", "xes.unknown_element", TestName = "An element of no log")]
    [TestCase("<log><trace>words</trace></log>", "xes.unknown_element", TestName = "Text between elements")]
    [TestCase("<log><trace><string value='a'/></trace></log>", "xes.no_key", TestName = "An attribute without a key")]
    [TestCase("<log><trace><string key='a'/></trace></log>", "xes.no_value", TestName = "An attribute without a value")]
    [TestCase("<log><trace><date key='used' value='yesterday'/></trace></log>", "xes.value", TestName = "A used date that is none")]
    [TestCase("<?xml version='1.0' encoding='ibm-037'?><log/>", "xes.unknown_encoding", TestName = "An encoding nobody reads")]
    public void What_is_no_log_is_refused(string text, string code) => Assert.That(Refusal(Open(text)), Is.EqualTo(code));

    [Test]
    public void A_refusal_names_line_and_column()
    {
        using var reader = Open("<log>\n  <trace>\n    <date key='used' value='x'/>\n  </trace>\n</log>");
        reader.Use(["used"]);
        reader.Read();
        Assert.That(
            reader.Fault?.English,
            Is.EqualTo("log.xes:3:6 error xes.value Expected a moment like 2011-10-11T13:45:40.276+02:00 at 'used', but found 'x'.")
        );
    }

    [Test]
    public void Bytes_of_another_encoding_are_refused() =>
        Assert.That(
            Refusal(new XesReader("log", new MemoryStream([.. "<log><string key='a' value='"u8, 0xE9, .. "'/></log>"u8]))),
            Is.EqualTo("xes.encoding")
        );

    [Test]
    public void A_truncated_gzip_is_refused()
    {
        var whole = Zipped(Small);
        Assert.That(Refusal(new XesReader("log", new MemoryStream(whole[..(whole.Length / 2)]))), Is.AnyOf("xes.gzip", "xes.xml"));
    }

    [Test]
    public void A_damaged_gzip_is_refused()
    {
        var whole = Zipped(Small);
        whole[^20] ^= 0xFF;
        Assert.That(Refusal(new XesReader("log", new MemoryStream(whole))), Is.AnyOf("xes.gzip", "xes.xml", "xes.encoding", "xes.value"));
    }

    [Test]
    public void A_value_of_a_gigabyte_is_refused_after_a_megabyte()
    {
        using var endless = new EndlessText("<log><string key='a' value='", "aaaaaaaaaaaaaaa>", 1L << 30);
        Assert.That(Refusal(new XesReader("log", endless)), Is.EqualTo("xes.tag_too_large"));
        Assert.That(endless.Position, Is.LessThan(4 << 20));
    }

    [Test]
    public void Endless_nesting_is_refused()
    {
        using var endless = new EndlessText("<log>", "<string key='a' value='b'>", 1L << 30);
        Assert.That(Refusal(new XesReader("log", endless)), Is.EqualTo("xes.too_deep"));
    }

    [Test]
    public void Endless_attributes_of_one_case_are_refused()
    {
        using var endless = new EndlessText("<log><trace>", "<string key='a' value='b'/>", 1L << 30);
        Assert.That(Refusal(new XesReader("log", endless)), Is.EqualTo("xes.too_many_attributes"));
    }

    [Test]
    public void Endless_events_of_one_case_are_refused()
    {
        using var endless = new EndlessText("<log><trace>", "<event><string key='a' value='b'/></event>", 1L << 30);
        Assert.That(Refusal(new XesReader("log", endless)), Is.EqualTo("xes.too_many_events"));
    }

    [Test]
    public void Many_attributes_of_one_tag_are_refused() =>
        Assert.That(
            Refusal(Open($"<log><trace {string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i}='' "))}/></log>")),
            Is.EqualTo("xes.too_many_xml")
        );

    [Test]
    public void A_bomb_is_refused_before_it_unpacks()
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write("<log>"u8);
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1000) + "<trace/>");
            for (var i = 0; i < 40_000; i++)
                zip.Write(blanks);
            zip.Write("</log>"u8);
        }

        packed.Position = 0;
        Assert.That(Refusal(new XesReader("log", packed)), Is.EqualTo("xes.bomb"));
    }

    [Test]
    public void A_log_larger_than_the_bound_is_refused() =>
        Assert.That(
            Refusal(new XesReader("log", new MemoryStream(Encoding.UTF8.GetBytes(Small)), XesLimits.Default with { Characters = 500 })),
            Is.EqualTo("xes.too_large")
        );

    private static XesReader Open(string text) => new("log.xes", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static byte[] Zipped(string text)
    {
        var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string? Refusal(XesReader reader)
    {
        using (reader)
        {
            reader.Use(["used"]);
            while (reader.Read() is not null) { }
            return reader.Fault?.Code;
        }
    }
}
