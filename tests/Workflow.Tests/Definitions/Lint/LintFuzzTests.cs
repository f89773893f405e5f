using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Reading;

namespace Workflow.Tests.Definitions.Lint;

public sealed class LintFuzzTests
{
    private const int Seed = 20260601;
    private const int Rounds = 25;

    // Words whose exchange keeps most files readable and breaks what they mean.
    private static readonly string[] Words =
    [
        "accepted",
        "decided",
        "received",
        "delivered",
        "concluded",
        "grant",
        "refuse",
        "pass",
        "rectify",
        "lapse",
        "internal",
        "back",
        "end",
        "when",
        "until",
        "from",
        "needs",
        "join: all",
        "join: any",
        "at-most: 1",
        "window-acceptance",
        "delivery",
        "licence",
        "registration",
        "not ",
        " and ",
        " or ",
        "=",
        "!=",
    ];

    [Test]
    public void A_definition_with_exchanged_words_never_throws()
    {
        var files = Readings.Files();
        var sound = DefinitionLibrary.Of(files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))));
        var random = new Random(Seed);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var (name, text) = files[random.Next(files.Length)];
            var library = sound.With(name, Encoding.UTF8.GetBytes(Mutated(text, random)));
            Assert.DoesNotThrow(() => Everything.Lint(new LintedFolder(library, null), []), $"seed {Seed}, round {round}");
            read += library.Readings.Count(r => r.Definition is not null);
        }

        Assert.That(read, Is.GreaterThan(Rounds), "most files must still read, or nothing was linted");
    }

    private static string Mutated(string text, Random random)
    {
        var (from, to) = (Words[random.Next(Words.Length)], Words[random.Next(Words.Length)]);
        var places = Enumerable.Range(0, text.Length - from.Length).Where(i => text.AsSpan(i, from.Length).SequenceEqual(from)).ToList();
        if (places.Count == 0)
            return DropLine(text, random);
        var at = places[random.Next(places.Count)];
        return text[..at] + to + text[(at + from.Length)..];
    }

    private static string DropLine(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(random.Next(lines.Count));
        return string.Join('\n', lines);
    }
}
