using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;

namespace Workflow.Tests.Definitions.Reading;

public sealed class ReaderFuzzTests
{
    private const int Mutations = 3000;
    private static readonly DefinitionLibrary Library = DefinitionLibrary.Load(Repository.Definitions);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private static readonly string[] Pieces =
    [
        ":",
        ": ",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "#",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "\n",
        "  ",
        "：",
        "，",
        "“",
        "NO",
        "0123",
        "\t",
        "𠀀",
        "\u0000",
        "step",
        "use",
        "none",
        "9999999999",
        "before",
    ];

    [Test]
    public void Whatever_is_written_gives_a_definition_or_an_error_inside_the_file()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var files = Readings.Files();
        var made = 0;
        var started = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < Mutations && started.Elapsed < Longest; i++)
        {
            var changed = files.ToArray();
            var one = random.Next(files.Length);
            changed[one] = (files[one].Name, Mutated(files[one].Text, files, random));
            Check(changed, one);
            made = i + 1;
        }

        TestContext.Out.WriteLine($"{made} mutations");
    }

    // A changed process is read against the library as it is; a changed fragment by one process that uses it.
    private static void Check((string Name, string Text)[] files, int changed)
    {
        var isFragment = files[changed].Name.StartsWith("fragments", StringComparison.Ordinal);
        var reading = isFragment
            ? DefinitionLibrary
                .Of(
                    files
                        .Where(f =>
                            f.Name.StartsWith("fragments", StringComparison.Ordinal) || f.Name == "construction/joint-acceptance.yaml"
                        )
                        .Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))
                )
                .Readings[0]
            : DefinitionReader.Read(files[changed].Name, files[changed].Text, Library);
        var errors = reading.Problems.Count(p => p.Severity == Severity.Error);
        Assert.That(reading.Definition is null, Is.EqualTo(errors > 0), files[changed].Text);
        foreach (var problem in reading.Problems)
            Assert.That(Inside(problem.At, files), problem + "\n" + files[changed].Text);
    }

    private static bool Inside(Position at, (string Name, string Text)[] files)
    {
        var lines = files.First(f => f.Name == at.File).Text.Split('\n');
        return at.Line >= 1
            && at.Line <= lines.Length + 1
            && at.Column >= 1
            && (at.Line > lines.Length ? at.Column == 1 : at.Column <= lines[at.Line - 1].Length + 2);
    }

    private static string Mutated(string text, (string Name, string Text)[] files, Random random)
    {
        for (var times = random.Next(1, 4); times > 0; times--)
            text = Once(text, files, random);
        return text;
    }

    private static string Once(string text, (string Name, string Text)[] files, Random random)
    {
        var lines = text.Split('\n').ToList();
        var (line, other) = (random.Next(lines.Count), random.Next(lines.Count));
        var at = random.Next(text.Length + 1);
        switch (random.Next(8))
        {
            case 0:
                return text.Remove(Math.Min(at, text.Length), Math.Min(random.Next(1, 12), text.Length - Math.Min(at, text.Length)));
            case 1:
                return text.Insert(at, Pieces[random.Next(Pieces.Length)]);
            case 2:
                lines.RemoveAt(line);
                break;
            case 3:
                lines.Insert(line, lines[other]);
                break;
            case 4:
                (lines[line], lines[other]) = (lines[other], lines[line]);
                break;
            case 5:
                lines[line] = "  " + lines[line];
                break;
            case 6:
                return Swapped(text, files, random);
            default:
                lines[line] = lines[line].Replace(" ", Pieces[random.Next(Pieces.Length)]);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string Swapped(string text, (string Name, string Text)[] files, Random random)
    {
        var words = text.Split(' ');
        var others = files[random.Next(files.Length)].Text.Split(' ');
        words[random.Next(words.Length)] = others[random.Next(others.Length)];
        return string.Join(' ', words);
    }
}
