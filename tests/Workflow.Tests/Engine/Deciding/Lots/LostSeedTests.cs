using System.Collections.Immutable;
using Dapper;
using Workflow.Engine.Deciding;
using Workflow.Engine.Expressions;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Events;
using Workflow.Storage.Access;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Vaults;
using static Workflow.Tests.Support.Offices.LotsOffice;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Engine.Deciding.Lots;

/// <summary>Whoever dislikes the lots to come may take the seed out of the vault: verifying says so before anybody tries to draw.</summary>
public sealed class LostSeedTests
{
    private string _folder = null!;
    private DiskDoor _door = null!;
    private string _case = null!;
    private DateTimeOffset _now = SmallOffice.Monday;

    [SetUp]
    public void Open()
    {
        _now = SmallOffice.Monday;
        _folder = Directory.CreateTempSubdirectory("workflow-seed-").FullName;
        _door = new DiskDoor(Path.Combine(_folder, "lots.db"), SmallOffice.World(SmallOffice.Process(DrawAndDecide, Form)));
        Lodge();
    }

    [TearDown]
    public async Task Close()
    {
        await _door.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void A_seed_that_waits_in_the_vault_is_as_it_should_be() => Assert.That(Found(new SealLots("lots")), Is.Empty);

    [Test]
    public void A_seed_that_is_gone_before_its_draw_is_named_with_the_entry_that_sealed()
    {
        Does("first-officer", new SealLots("lots"));
        var commitment = Sealed().Commitment;
        Execute("delete from vault");
        Assert.That(
            Found(),
            Is.EqualTo(
                new[]
                {
                    $"{_case} #2: Expected the seed committed to as {commitment} in the vault until its lots are drawn, but it is gone and no erasure is recorded.",
                }
            )
        );
        Assert.That(_door.Submit(_case, new Request("first-officer", Done("lots")), _now).Refusal?.Code, Is.EqualTo("lots.seed_gone"));
    }

    [Test]
    public void Of_several_cases_each_is_named()
    {
        var first = _case;
        Does("first-officer", new SealLots("lots"));
        Lodge();
        Does("first-officer", new SealLots("lots"));
        Execute("delete from vault");
        Assert.That(Found().Select(f => f.Split(" #")[0]), Is.EqualTo(new[] { first, _case }));
    }

    [Test]
    public void A_seed_that_was_drawn_by_stands_in_the_ledger_and_is_missed_nowhere()
    {
        Does("first-officer", new SealLots("lots"), Done("lots"));
        Execute("delete from vault");
        Assert.That(Found(), Is.Empty);
    }

    [Test]
    public void A_seed_whose_commitment_was_given_up_is_not_missed()
    {
        Does("first-officer", new SealLots("lots"));
        var first = Sealed().Commitment;
        Does("first-officer", Experts(8), new SealLots("lots"));
        Execute($"delete from vault where hash = '{first}'");
        Assert.That(Found(), Is.Empty);
    }

    [Test]
    public async Task What_was_erased_by_order_is_not_missed()
    {
        Does("first-officer", new SealLots("lots"));
        Does("head", new Terminate("申请人主体灭失"));
        await new Erasure(_door.Database, new AccessLog(_door.Database, "host")).Run(
            _case,
            "市档销〔2036〕1号",
            "console test",
            _now,
            default
        );
        Assert.That(Found(), Is.Empty);
    }

    private void Lodge()
    {
        var form = ImmutableSortedDictionary<string, FieldValue>.Empty.Add("experts", LotsOffice.Rows(9));
        _case = _door
            .Submit(
                null,
                new Request(
                    "citizen",
                    new Lodge
                    {
                        Process = "sample",
                        Parties = [new PartyEntry("applicant", "citizen", "市民")],
                        Form = form,
                    }
                ),
                _now
            )
            .Case!;
    }

    private LotsSealed Sealed() => _door.Entries(_case).SelectMany(e => e.Events).OfType<LotsSealed>().Last();

    private void Does(string by, params CaseCommand[] commands)
    {
        foreach (var command in commands)
            Assert.That(_door.Submit(_case, new Request(by, command), _now += TimeSpan.FromMinutes(1)).Refusal, Is.Null);
    }

    private string[] Found(params CaseCommand[] commands)
    {
        Does("first-officer", commands);
        return [.. new Verify(_door.Database).Run().Faults.Select(f => $"{f.Case} #{f.Entry}: {f.Words}")];
    }

    private void Execute(string sql)
    {
        using var connection = _door.Database.Connect();
        connection.Execute(sql);
    }
}
