using System.Text;
using Workflow.Definitions.Reading;

namespace Workflow.Tests.Definitions.Syntax;

public sealed class ReaderCapsTests
{
    [Test]
    public void Sixty_thousand_brackets_are_refused() => Refused(new string('[', 60_000), "yaml.too_deep");

    [Test]
    public void Sixty_thousand_block_lists_are_refused() => Refused(string.Concat(Enumerable.Repeat("- ", 60_000)), "yaml.syntax");

    [Test]
    public void Deep_block_nesting_is_refused() =>
        Refused(string.Join('\n', Enumerable.Range(0, 200).Select(i => new string(' ', i) + "a:")), "yaml.syntax");

    [Test]
    public void A_file_of_two_megabytes_is_refused() => Refused(new string('a', 2 << 20), "yaml.too_large");

    [Test]
    public void A_hundred_thousand_keys_are_refused() =>
        Refused(string.Join('\n', Enumerable.Range(0, 100_001).Select(i => $"k{i}: v")), "yaml.too_large", "yaml.syntax");

    [Test]
    public void Billion_laughs_are_refused() => Refused("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "yaml.alias");

    [Test]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        var reading = DefinitionReader.Read("p.yaml", [0x61, 0xFF, 0xFE], DefinitionLibrary.Empty);
        Assert.That(reading.Problems.Select(p => p.Code), Is.EqualTo(["yaml.encoding"]));
    }

    [Test]
    public void A_null_character_is_refused() => Refused("process: a\0b", "yaml.hidden_sign");

    [Test]
    public void Fragments_that_multiply_are_refused()
    {
        var steps = string.Concat(Enumerable.Range(0, 12).Select(i => $"  - {{use: NEXT, as: u{i}}}\n"));
        var fragments = Enumerable
            .Range(1, 7)
            .Select(n =>
                ($"f{n}.yaml", $"fragment: f{n}\ntitle: 片段\nin-force: 2000-01-01..\nsteps:\n{steps.Replaced("NEXT", $"f{n + 1}")}")
            )
            .Append(("f8.yaml", "fragment: f8\ntitle: 片段\nin-force: 2000-01-01..\nsteps:\n  - {step: s, by: applicant}"))
            .ToArray();
        var reading = Readings.Read(Readings.Process("  - use: f1"), fragments);
        Assert.That(reading.Problems.Select(p => p.Code), Does.Contain("process.too_large"));
    }

    [Test]
    public void A_fragment_inside_itself_is_refused() =>
        Assert.That(
            Readings.Problems(
                Readings.Process("  - use: f"),
                ("f.yaml", "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nsteps:\n  - {use: f, as: again}")
            ),
            Is.EqualTo([
                "f.yaml:5:11 error fragment.recursive Expected a fragment that does not use itself, but 'f' is being expanded already.",
            ])
        );

    private static void Refused(string text, params string[] codes)
    {
        var reading = DefinitionReader.Read("p.yaml", Encoding.UTF8.GetBytes(text), DefinitionLibrary.Empty);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Definition, Is.Null);
            Assert.That(reading.Problems.Select(p => p.Code), Is.SubsetOf(codes));
            Assert.That(reading.Problems, Is.Not.Empty);
        });
    }
}
