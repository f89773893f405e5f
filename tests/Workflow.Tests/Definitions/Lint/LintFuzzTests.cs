using System.Text;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Reading;

namespace Workflow.Tests.Definitions.Lint;

public sealed class LintFuzzTests
{
    private const int Seed = 20260601;
    private const int LawsAtOnce = 48;

    // To walk the paths of what still reads takes the time: every run walks a few, and many are walked where minutes are given.
    private const int Read = 6;
    private const int ReadAtLength = 60;
    private const int MostRoundsForEach = 25;

    private static readonly (string Name, byte[] Bytes)[] Files =
    [
        .. Readings.Files().Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))),
    ];

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
    public void A_definition_with_exchanged_words_never_throws() => NeverThrows(Read);

    [Test]
    [Category(Heavy.Category)]
    public void Nor_do_many()
    {
        Heavy.Only();
        NeverThrows(ReadAtLength);
    }

    private static void NeverThrows(int most)
    {
        var files = Files.Where(f => !IsLaw(f.Name)).ToArray();
        var sound = DefinitionLibrary.Of(Files);
        var random = new Random(Seed);
        var read = 0;
        for (var round = 0; read < most; round++)
        {
            Assert.That(round, Is.LessThan(most * MostRoundsForEach), "too few files still read, and the rest is not linted");
            var (name, text) = Mutated(files[random.Next(files.Length)], random);
            var library = sound.With(name, text);
            Assert.DoesNotThrow(() => WholeLint.Lint(new LintedFolder(library, null), [], name), $"seed {Seed}, round {round}");
            read += library.Readings.Count(r => r.File == name && r.Definition is not null);
        }
    }

    // Every process may cite a law, so that all of them are linted; what each change does shows beside the others.
    [Test]
    public void No_process_throws_over_laws_with_exchanged_words()
    {
        var laws = Files.Where(f => IsLaw(f.Name)).ToArray();
        var random = new Random(Seed);
        for (var first = 0; first < laws.Length; first += LawsAtOnce)
        {
            var mutated = laws.Skip(first).Take(LawsAtOnce).Select(f => Mutated(f, random)).ToList();
            var library = DefinitionLibrary.Of([.. Files.ExceptBy(mutated.Select(f => f.Name), f => f.Name), .. mutated]);
            Assert.DoesNotThrow(() => WholeLint.Lint(new LintedFolder(library, null), []), $"seed {Seed}, laws from {first}");
            Assert.That(library.Readings.Count(r => r.Definition is not null), Is.GreaterThan(0), $"seed {Seed}, laws from {first}");
        }
    }

    private static bool IsLaw(string name) => name.StartsWith("laws/", StringComparison.Ordinal);

    private static (string Name, byte[] Bytes) Mutated((string Name, byte[] Bytes) file, Random random) =>
        (file.Name, Encoding.UTF8.GetBytes(Mutated(Encoding.UTF8.GetString(file.Bytes), random)));

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
