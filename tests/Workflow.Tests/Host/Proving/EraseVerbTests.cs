using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Storage.Access;
using Workflow.Storage.Reading;

namespace Workflow.Tests.Host.Proving;

public sealed class EraseVerbTests
{
    private SealedOffice _office = null!;

    [SetUp]
    public async Task Open() => _office = await SealedOffice.WithTwoSeals();

    [TearDown]
    public async Task Close() => await _office.DisposeAsync();

    [Test]
    public async Task A_case_that_is_still_worked_on_is_not_erased()
    {
        await _office.Office.Write(null, SmallPermit.Lodge("王五"));
        var run = await Erase("A-001-2026-000003");
        Assert.That((run.Exit, run.Out), Is.EqualTo((1, "")));
        Assert.That(run.Error, Is.EqualTo("A-001-2026-000003 is not closed, and what its work needs is not erased.\n"));
        Assert.That(Values(), Is.EqualTo(3));
    }

    [Test]
    public async Task What_must_still_be_kept_is_erased_only_by_saying_so()
    {
        var error = new StringWriter();
        foreach (var which in new[] { SealedOffice.First, "--before=2090-01-01" })
        {
            var exit = await Verbs.Run(
                Spoken.In(["erase", which, "--order", "令 1", "--database", _office.File]),
                new Terminal(TextReader.Null, TextWriter.Null, error, Colours: false)
            );
            Assert.That((exit, Values()), Is.EqualTo((1, 2)), $"{error}");
        }

        Assert.That(error.ToString(), Does.Contain("is kept until").And.Contain("2090-01-01 is after today"));
        Assert.That((await Erase(SealedOffice.First)).Exit, Is.Zero);
    }

    [Test]
    public async Task What_stands_in_the_ledger_in_clear_stays_and_the_help_says_so()
    {
        await Erase("--before", $"{KeepUntil().AddDays(1):yyyy-MM-dd}");
        var entries = new CaseReads(_office.Office.Database).Timeline(SealedOffice.First);
        Assert.That(((Lodge)entries[0].Entry.Command!).Parties[0].Name, Is.EqualTo("张三"));
        var help = new StringWriter();
        await Verbs.Run(Spoken.In(["erase", "--help"]), new Terminal(TextReader.Null, help, TextWriter.Null, Colours: false));
        Assert.That(
            help.ToString().ReplaceLineEndings("\n"),
            Does.Match(@"does not reach what the ledger holds in clear[^.]*: names and ids of\s+parties").And.Contain("texts of documents")
        );
    }

    [Test]
    public async Task The_last_day_of_keeping_still_keeps()
    {
        var until = KeepUntil();
        var kept = await Erase("--before", $"{until:yyyy-MM-dd}");
        Assert.That((kept.Exit, kept.Out, Values()), Is.EqualTo((0, "", 2)));
        Assert.That(kept.Error, Does.StartWith("Nothing to erase: no case whose retention ended before "));
        var erased = await Erase("--before", $"{until.AddDays(1):yyyy-MM-dd}");
        Assert.That((erased.Exit, erased.Out.Split('\n').Length - 1, Values()), Is.EqualTo((0, 2, 0)), erased.Out);
    }

    [Test]
    public async Task What_was_erased_in_an_earlier_year_is_not_erased_and_recorded_again()
    {
        var later = $"{KeepUntil().AddDays(1):yyyy-MM-dd}";
        await Erase("--before", later);
        await Erase("--before", later);
        Assert.That(new AccessReads(_office.Office.Database).Page(null, null, 100).Count(e => e.Record.What == "erase"), Is.EqualTo(2));
    }

    [Test]
    public async Task One_case_is_held_to_the_day_too()
    {
        var until = KeepUntil();
        var run = await Erase(SealedOffice.First, "--before", $"{until:yyyy-MM-dd}");
        Assert.That(
            (run.Exit, run.Error),
            Is.EqualTo(
                (
                    1,
                    $"{SealedOffice.First} is kept until {until:yyyy-MM-dd}, which is not before {until:yyyy-MM-dd}. Wait until its retention has ended; if an order demands it earlier, add --before-retention-ends.\n"
                )
            )
        );
        Assert.That((await Erase(SealedOffice.First, "--before", $"{until.AddDays(1):yyyy-MM-dd}")).Exit, Is.Zero);
    }

    private DateOnly KeepUntil() =>
        new CaseReads(_office.Office.Database)
            .Timeline(SealedOffice.First)
            .SelectMany(k => k.Entry.Events)
            .OfType<CaseClosed>()
            .Single()
            .KeepUntil!.Value;

    private long Values()
    {
        using var connection = _office.Office.Database.Connect();
        return Dapper.SqlMapper.ExecuteScalar<long>(connection, "select count(*) from vault");
    }

    private async Task<(int Exit, string Out, string Error)> Erase(params string[] more)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(
            Spoken.In(["erase", "--order", "令 1", "--before-retention-ends", "--database", _office.File, .. more]),
            new Terminal(TextReader.Null, output, error, Colours: false)
        );
        return (exit, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }
}
