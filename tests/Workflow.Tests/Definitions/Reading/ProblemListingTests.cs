using System.Text;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Reading;

public sealed class ProblemListingTests
{
    [Test]
    public void Every_problem_of_a_broken_file_is_listed_at_once()
    {
        var file = File.ReadAllBytes(Path.Combine(Repository.Tests, "Approved", "broken.yaml"));
        var problems = DefinitionReader.Read("broken.yaml", file, DefinitionLibrary.Empty).Problems;
        Approved.Verify("broken", string.Concat(problems.Select(p => $"{p.Chinese}\n    {p.In(Language.En)}\n")));
    }

    [Test]
    public void Full_width_punctuation_is_told_with_its_cure() =>
        Assert.That(
            Readings.Problems("process: a\ntitle：样例\nitem: {code: A，type: b}\n"),
            Is.EqualTo(
                new[]
                {
                    "p.yaml:2:6 error yaml.full_width Expected half-width punctuation between keys and values, but found '：'. Write ': ' instead of '：'.",
                    "p.yaml:3:15 error yaml.full_width Expected half-width punctuation between keys and values, but found '，'. Write ', ' instead of '，'.",
                }
            )
        );

    [Test]
    public void Full_width_punctuation_inside_text_stays() =>
        Assert.That(Readings.Problems(Readings.Process("  - {step: a, by: aic.officer, title: 逾期未出具，由牵头部门：督办}")), Is.Empty);

    [Test]
    public void A_title_stands_on_one_line() =>
        Assert.That(
            Readings.Problems(Readings.Process("  - {step: a, by: aic.officer, title: \"收件\\n办结：准予登记\"}")),
            Is.EqualTo(["p.yaml:16:39 error value.line Expected a title on one line, but the text breaks."])
        );

    [Test]
    public void A_problem_of_an_argument_stands_at_the_argument()
    {
        var fragment = (
            "f.yaml",
            "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nparameters: {who: {type: text}}\nsteps:\n  - {step: s, by: who}"
        );
        Assert.That(
            Readings.Problems(Readings.Process("  - {use: f, with: {who: nobody}}"), fragment),
            Is.EqualTo([
                "p.yaml:16:26 error who.unknown Expected office.role, a party or STEP.field.role, but found 'nobody'. The value is used at f.yaml:6:19.",
            ])
        );
    }

    [Test]
    public void A_missing_argument_is_one_problem_at_the_use()
    {
        var fragment = (
            "f.yaml",
            "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nparameters: {office: {type: office}, since: {type: moment, default: begun}}\nsteps:\n  - {step: s, by: office.officer, limit: {for: 1 day, from: since, basis: internal}}"
        );
        Assert.That(
            Readings.Problems(
                Readings.Process("  - {use: f, with: {since: opened}}\n  - {step: a, by: aic.officer, marks: opened}"),
                fragment
            ),
            Is.EqualTo([
                "p.yaml:16:5 error argument.missing Expected the argument 'office' of the fragment, but it is missing. Write 'with: {office: …}'.",
            ])
        );
    }

    [Test]
    public void A_fragment_used_twice_without_as_is_one_problem()
    {
        var fragment = (
            "f.yaml",
            "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nexports: [s]\nsteps:\n  - {step: s, by: applicant}\n  - {step: t, by: applicant, when: s = done}"
        );
        Assert.That(
            Readings.Problems(Readings.Process("  - use: f\n  - use: f"), fragment),
            Is.EqualTo([
                "p.yaml:17:5 error fragment.twice Expected 'f' to be used once, but it is used at p.yaml:16:5 too. Write 'as' here, so that its steps have names of their own.",
            ])
        );
    }

    [Test]
    public void A_day_that_does_not_read_is_one_problem()
    {
        var fragment = ("f.yaml", "fragment: f\ntitle: 片段\nin-force: 2004-07-01..\nsteps:\n  - {step: s, by: applicant}");
        Assert.That(
            Readings.Problems(Readings.Process("  - use: f").Replaced("2020-01-01..", "2020-13-01.."), fragment),
            Is.EqualTo([
                "p.yaml:3:11 error in_force.form Expected days like 2014-05-01..2015-09-30 or 2020-01-01.., but found '2020-13-01..'.",
            ])
        );
    }

    [TestCase("  - {step: a, by: aic.officer, outcomes: {done: {title: 好}}", 16, 5, "}", "{")]
    [TestCase("  - {step: a, by: aic.officer, qualified: [律师}", 16, 43, "]", "[")]
    public void A_bracket_that_is_never_closed_is_told_where_it_opens(string step, int line, int column, string close, string open) =>
        Assert.That(
            Readings.Problems(Readings.Process(step)),
            Is.EqualTo([
                $"p.yaml:{line}:{column} error yaml.unclosed Expected '{close}' for the '{open}' that opens here, but it is never closed.",
            ])
        );

    [Test]
    public void A_problem_inside_a_fragment_is_told_once()
    {
        var fragment = ("f.yaml", "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nsteps:\n  - {step: s, by: applicant, titel: 标题}");
        Assert.That(
            Readings.Problems(Readings.Process("  - {use: f, as: one}\n  - {use: f, as: two}"), fragment),
            Has.Exactly(1).Contains("f.yaml:5:30 error file.unknown_key")
        );
    }

    [Test]
    public void A_fragment_that_nobody_uses_is_checked_too()
    {
        var text =
            "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nparameters: {w: {type: office}, d: {type: moment}, p: {type: period}}\nsteps:\n  - {step: s, by: w.clerk, limit: {for: p, from: d}, titel: 标题}";
        var library = DefinitionLibrary.Of([("f.yaml", Encoding.UTF8.GetBytes(text))]);
        Assert.That(library.Problems.Select(p => p.At + " " + p.Code), Is.EqualTo(["f.yaml:6:54 file.unknown_key"]));
    }

    [Test]
    public void A_fragment_is_used_in_the_edition_of_the_day()
    {
        var old = ("old.yaml", "fragment: f\ntitle: 片段\nin-force: 2000-01-01..2019-12-31\nsteps: [{step: s, by: applicant, title: 旧}]");
        var current = ("new.yaml", "fragment: f\ntitle: 片段\nin-force: 2020-01-01..\nsteps: [{step: s, by: applicant, title: 新}]");
        Assert.Multiple(() =>
        {
            Assert.That(Readings.Read(Readings.Process("  - use: f"), old, current).Definition!.Steps[0].Title, Is.EqualTo("新"));
            Assert.That(Readings.Problems(Readings.Process("  - use: f"), old).Single(), Does.Contain("fragment.not_in_force"));
        });
    }

    [Test]
    public void What_a_fragment_does_not_export_stays_inside()
    {
        var fragment = (
            "f.yaml",
            "fragment: f\ntitle: 片段\nin-force: 2000-01-01..\nexports: [seen]\nsteps: [{step: s, by: applicant, marks: [seen, hidden]}]"
        );
        Assert.Multiple(() =>
        {
            Assert.That(
                Readings.Problems(Readings.Process("  - {use: f, as: x}\n  - {step: t, by: applicant, when: x-seen}"), fragment),
                Is.Empty
            );
            Assert.That(
                Readings.Problems(Readings.Process("  - {use: f, as: x}\n  - {step: t, by: applicant, when: x-hidden}"), fragment).Single(),
                Does.Contain("expression.unknown_name")
            );
        });
    }

    [Test]
    public void The_layout_of_a_file_does_not_change_its_digest()
    {
        var flow = "  - {step: a, by: aic.officer, title: 办理, outcomes: {grant: {title: 准予, end: granted}}}";
        var block =
            "  - step: a   # a comment\n    by: 'aic.officer'\n    title: \"办理\"\n\n    outcomes:\n      grant:\n        title: 准予\n        end: granted";
        Assert.That(Readings.Read(Readings.Process(block)).Digest, Is.EqualTo(Readings.Read(Readings.Process(flow)).Digest).And.Not.Null);
    }

    [Test]
    public void A_change_of_meaning_changes_the_digest() =>
        Assert.That(
            Readings.Read(Readings.Process("  - {step: a, by: aic.officer, limit: 5 days}")).Digest,
            Is.Not.EqualTo(Readings.Read(Readings.Process("  - {step: a, by: aic.officer, limit: 6 days}")).Digest)
        );

    [Test]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var text = Readings.Process("  - {step: a, by: aic.officer}");
        var windows = Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(text.Replaced("\n", "\r\n"))).ToArray();
        Assert.That(DefinitionReader.Read("p.yaml", windows, DefinitionLibrary.Empty).Digest, Is.EqualTo(Readings.Read(text).Digest));
    }
}
