using System.Collections.Immutable;
using Dapper;
using Workflow.Definitions.Stories;
using Workflow.Definitions.Wording;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Storage.Proofs.Rebuilding;
using Workflow.Storage.Running;

namespace Workflow.Tests.Engine.Deciding.Documents;

/// <summary>A number that somebody enters stands on valid papers of one case alone, however it gets there; the code of a company is the company's.</summary>
public sealed class NumbersOnceTests
{
    private const string Papers = """
        documents:
          licence: {title: 许可证, number: entered}
          code: {title: 登记通知书, number: social-credit-code}
          revocation: {title: 撤销许可决定书, states: [reasons, remedies], basis: internal}
        """;

    private const string Steps = """
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, issues: licence}, register: {title: 登记, issues: code}}}
          - {step: revoke, title: 撤销, by: hall.leader, outcomes: {revoke: {title: 撤销许可, reasons: required, remedies: free, voids: licence, issues: revocation}, keep: 维持}}
          - {step: file, title: 整理, by: hall.officer, end: done}
        """;

    private static readonly DateTimeOffset Monday = SmallOffice.Monday;

    [TestCase("许2026-1")]
    [TestCase(" 许２０２６-1 ")]
    public void It_is_refused_in_a_second_case_however_it_is_written(string again)
    {
        var (door, first, second) = TwoCases();
        Assert.That(door.Submit(first, Granting("许2026-1"), Monday).Refusal, Is.Null);
        var refusal = door.Submit(second, Granting(again), Monday).Refusal!;
        Assert.Multiple(() =>
        {
            Assert.That(refusal.Code, Is.EqualTo("document.number_borne"));
            Assert.That(
                refusal.Chinese,
                Is.EqualTo(
                    new Said("另一案件出具的“许可证”已使用文号“许2026-1”。", "请核对文号；另一案件的文号填写有误的，请先在该案作废该文书。")
                )
            );
            Assert.That(door.Submit(second, Granting("许2026-2"), Monday).Refusal, Is.Null);
        });
    }

    [Test]
    public void It_is_free_again_once_the_paper_that_bore_it_is_void()
    {
        var (door, first, second) = TwoCases();
        Assert.That(door.Submit(first, Granting("许2026-1"), Monday).Refusal, Is.Null);
        var revoke = new Complete
        {
            Step = "revoke",
            Outcome = "revoke",
            Reasons = "材料虚假。",
        };
        Assert.That(door.Submit(first, new Request("head", revoke), Monday).Refusal, Is.Null);
        Assert.That(door.Submit(second, Granting("许2026-1"), Monday).Refusal, Is.Null);
    }

    [Test]
    public void A_company_has_one_code_in_all_its_cases()
    {
        var (door, first, second) = TwoCases();
        var register = new Complete
        {
            Step = "decide",
            Outcome = "register",
            Numbers = Numbers("code", "91350100M000100Y43"),
        };
        Assert.That(door.Submit(first, new Request("head", register), Monday).Refusal, Is.Null);
        Assert.That(door.Submit(second, new Request("head", register), Monday).Refusal, Is.Null);
    }

    [Test]
    public async Task A_database_keeps_who_bears_which_and_rebuilds_it()
    {
        await using var office = await OfficeOnDisk.Open(SmallOffice.Process(Steps, Papers));
        var (first, second) = (await office.Lodge(), await office.Lodge());
        Assert.That(await office.Runner.Submit(first, Granting("许2026-1")), Is.TypeOf<Written>());
        Assert.That(
            ((NotWritten)await office.Runner.Submit(second, Granting("许2026-1"))).Refusal.Code,
            Is.EqualTo("document.number_borne")
        );
        office.IsSound();
        using (var connection = office.Database.Connect())
            connection.Execute("delete from number_rows");
        var rebuild = new Rebuild(office.Database, office.Processes);
        Assert.That(rebuild.Compare().Select(d => (d.Table, d.Case)), Is.EqualTo(new[] { ("number_rows", first) }));
        await rebuild.Replace();
        office.IsSound();
    }

    [Test]
    public async Task Of_two_at_once_one_gets_it()
    {
        await using var office = await OfficeOnDisk.Open(SmallOffice.Process(Steps, Papers));
        var cases = new List<string>();
        for (var i = 0; i < 8; i++)
            cases.Add(await office.Lodge());
        var answers = await Task.WhenAll(cases.Select(c => Task.Run(() => office.Runner.Submit(c, Granting("许2026-1")))));
        Assert.That(answers.Count(a => a is Written), Is.EqualTo(1));
        office.IsSound();
    }

    private static (Simulation Door, string First, string Second) TwoCases()
    {
        var door = SmallOffice.Open(SmallOffice.Process(Steps, Papers));
        return (door, Lodge(door), Lodge(door));
    }

    private static string Lodge(Simulation door)
    {
        var lodge = new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] };
        return door.Submit(null, new Request("citizen", lodge), Monday).Case!;
    }

    private static Request Granting(string number) =>
        new(
            "head",
            new Complete
            {
                Step = "decide",
                Outcome = "grant",
                Numbers = Numbers("licence", number),
            }
        );

    private static ImmutableSortedDictionary<string, string> Numbers(string document, string number) =>
        ImmutableSortedDictionary<string, string>.Empty.Add(document, number);
}
