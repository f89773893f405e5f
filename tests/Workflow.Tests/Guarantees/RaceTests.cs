using System.Security.Cryptography;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Periods;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Storage.Databases;
using Workflow.Storage.Ledger;
using Workflow.Storage.Proofs.Verifying;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Vaults;
using static Workflow.Tests.Support.Offices.OfficeCase;

namespace Workflow.Tests.Guarantees;

/// <summary>
/// What several people do at the same moment comes to what it would in some order one after another. Real threads on a real
/// database file; every order is played in memory first.
/// </summary>
public sealed class RaceTests
{
    private const string Steps = """
          - {step: receive, title: 收件, by: hall.clerk}
          - {step: draft, title: 拟稿, by: hall.officer, limit: {for: 5 working days, not-counted: [鉴定], extend: [{by: 5 working days, at-most: 1, approver: hall.leader}], on-expiry: done, basis: 办法(2020) 第一条}}
          - joint: review
            title: 会审
            participants: [hall.clerk, hall.officer, hall.leader]
            decide: {pass: majority, otherwise: fail}
            outcomes: {pass: {title: 通过}, fail: {title: 不通过, end: refused}}
          - {step: decide, title: 决定, by: hall.leader, outcomes: {grant: {title: 准予, end: granted}}}
        """;

    // Officer two is on leave that week, and three is the deputy.
    private static readonly DateTimeOffset Monday = new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset AtTheLimit = new(2026, 7, 13, 16, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Order = "判决"u8.ToArray();

    private static readonly Request[] Drafting = [By("clerk", Done("receive"))];
    private static readonly Request[] Voting = [.. Drafting, By("first-officer", Done("draft"))];
    private static readonly Request[] LastVotes = [.. Voting, By("clerk", Votes("review", "pass"))];
    private static readonly Request[] Ended =
    [
        .. LastVotes,
        By("first-officer", Votes("review", "pass")),
        By("head", Done("decide", "grant")),
        By("head", new Attach(Convert.ToHexStringLower(SHA256.HashData(Order)), "判决1号", Order.Length)),
    ];

    private static IEnumerable<TestCaseData> Races() =>
        [
            Race("Two_last_voters", LastVotes, By("first-officer", Votes("review", "fail")), By("head", Votes("review", "pass"))),
            Race(
                "Three_voters_at_once",
                Voting,
                By("clerk", Votes("review", "pass")),
                By("first-officer", Votes("review", "fail")),
                By("head", Votes("review", null))
            ),
            Race(
                "A_vote_against_a_return",
                LastVotes,
                By("first-officer", Votes("review", "pass")),
                By("head", new Return("review", "draft", "重拟"))
            ),
            Race("Two_who_claim", Drafting, By("first-officer", new Claim("draft")), By("second-officer", new Claim("draft"))),
            Race(
                "A_claim_against_a_transfer",
                Drafting,
                By("first-officer", new Claim("draft")),
                By("head", new Transfer("draft", "second-officer", "调整"))
            ),
            Race("Two_who_finish_the_same_step", Drafting, By("first-officer", Done("draft")), By("second-officer", Done("draft"))),
            Race("An_expiry_against_a_decision", Drafting, null, By("first-officer", Done("draft"))),
            Race(
                "An_extension_against_a_pause",
                Drafting,
                By("head", new ExtendClock("draft", new Period(5, PeriodUnit.WorkingDays), "复杂")),
                By("first-officer", new PauseClock("draft", "鉴定", "通知1号", new DateOnly(2026, 7, 16)))
            ),
            Race(
                "An_added_signer_against_the_last_vote",
                LastVotes,
                By("head", new AddSigner("review", "legal-adviser", SignerPlace.Beside)),
                By("first-officer", Votes("review", "pass"))
            ),
            Race(
                "A_signer_removed_while_signing",
                [.. LastVotes, By("first-officer", new AddSigner("review", "legal-adviser", SignerPlace.Beside))],
                By("first-officer", new RemoveSigner("review", "legal-adviser", "回避")),
                By("legal-adviser", Votes("review", "fail"))
            ),
            Race(
                "Taking_back_against_the_next_who_acts",
                Voting,
                By("first-officer", new TakeBack("draft")),
                By("clerk", Votes("review", "pass"))
            ),
            Race(
                "A_vote_taken_back_against_the_last_vote",
                LastVotes,
                By("clerk", new TakeBack("review")),
                By("head", Votes("review", "pass"))
            ),
            Race(
                "A_suspension_against_an_outcome",
                Drafting,
                By("head", new SuspendCase("通知", "等待")),
                By("first-officer", Done("draft"))
            ),
            Race(
                "A_termination_against_a_vote",
                LastVotes,
                By("head", new Terminate("主体灭失")),
                By("first-officer", Votes("review", "pass"))
            ),
            Race(
                "A_reopening_against_another",
                Ended,
                By("head", new ReopenCase("receive", "判决1号", "重作")),
                By("head", new ReopenCase("draft", "判决1号", "重作"))
            ),
            Race("A_claim_against_the_deputy", Drafting, By("first-officer", new Claim("draft")), Deputy(new Claim("draft"))),
            Race("The_deputy_against_the_absent", Drafting, Deputy(Done("draft")), By("second-officer", Done("draft"))),
            Race(
                "The_deputy_against_a_transfer_to_the_absent",
                Drafting,
                Deputy(Done("draft")),
                By("head", new Transfer("draft", "second-officer", "调整"))
            ),
            Bulk(
                "A_bulk_against_an_outcome",
                Drafting,
                [
                    By("head", new Transfer("draft", "second-officer", "调整")),
                    By("head", new ExtendClock("draft", new Period(5, PeriodUnit.WorkingDays), "复杂")),
                    By("head", new SuspendCase("通知", "等待")),
                ],
                [By("first-officer", Done("draft"))]
            ),
            Bulk(
                "A_bulk_of_votes_against_a_return",
                Voting,
                [By("clerk", Votes("review", "pass")), By("first-officer", Votes("review", "pass"))],
                [By("head", new Return("review", "draft", "重拟"))]
            ),
            Bulk(
                "A_bulk_against_an_expiry",
                Drafting,
                [By("first-officer", new Claim("draft")), By("first-officer", Done("draft")), By("clerk", Votes("review", "pass"))],
                [null]
            ),
            Race(
                "Four_at_once",
                Drafting,
                By("first-officer", Done("draft")),
                By("second-officer", new Claim("draft")),
                By("head", new Transfer("draft", "second-officer", "调整")),
                By("clerk", new Comment("已阅"))
            ),
        ];

    [TestCaseSource(nameof(Races))]
    public Task Every_outcome_is_that_of_some_order(Request[] before, Request?[][] racing) => Run(before, racing, rounds: 6);

    [Test, Category(Heavy.Category)]
    public async Task Thousands_of_rounds_come_to_some_order()
    {
        Heavy.Only();
        foreach (var race in Races())
            await Run((Request[])race.Arguments[0]!, (Request?[][])race.Arguments[1]!, rounds: 200);
    }

    private static async Task Run(Request[] before, Request?[][] racing, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-race-");
        var world = SmallOffice.World(SmallOffice.Process(Steps));
        var lawful = Orders(racing).Select(order => Serial(world, before, order, At(racing))).ToHashSet();
        await using (var database = Database.OpenFile(Path.Combine(folder.FullName, "race.db")))
        {
            var time = new SetTime(Monday);
            var processes = new PublishedProcesses(database);
            await processes.Publish(world.InForce("sample", new DateOnly(2026, 7, 6))!, null, Monday, default);
            await new FileStore(database).Store(new MemoryStream(Order), "text/plain", "head", Monday, default);
            var runner = new CaseRunner(database, processes, OnDisk.Around(world, time));
            for (var round = 0; round < rounds; round++)
            {
                time.Now = Monday;
                var number = ((Written)await runner.Submit(null, Lodging)).Case;
                foreach (var request in before)
                    Assert.That(await runner.Submit(number, request), Is.TypeOf<Written>());
                time.Now = At(racing);
                await OnThreads(
                    racing.Length,
                    async i =>
                    {
                        foreach (var request in racing[i])
                            await (request is null ? (Task)runner.SettleDue(number, time.Now, default) : runner.Submit(number, request));
                    }
                );
                Assert.That(lawful, Does.Contain(Text(new CaseReads(database).State(number)!, number)), $"round {round + 1}");
            }

            Assert.That(new Verify(database).Run().Faults, Is.Empty);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static string Serial(ScenarioWorld world, Request[] before, IEnumerable<Request?> order, DateTimeOffset at)
    {
        var door = new Simulation(world);
        var number = door.Submit(null, Lodging, Monday).Case!;
        foreach (var request in before)
            Assert.That(door.Submit(number, request, Monday).Refusal, Is.Null);
        foreach (var request in order)
        {
            if (request is null)
                door.Advance(at);
            else
                door.Submit(number, request, at);
        }

        return Text(door.State(number)!, number);
    }

    // A null stands for the sweep, which has something to do from the instant on at which the limit is past.
    private static DateTimeOffset At(Request?[][] racing) => racing.Any(r => r.Contains(null)) ? AtTheLimit : Monday;

    private static string Text(CaseState state, string number) => LedgerJson.Write(state).Replace(number, "CASE", StringComparison.Ordinal);

    private static Request Lodging =>
        new("citizen", new Lodge { Process = "sample", Parties = [new PartyEntry("applicant", "citizen", "市民")] });

    private static Request By(string person, CaseCommand command) => new(person, command);

    private static Request Deputy(CaseCommand command) => new("legal-adviser", command, For: "second-officer");

    private static TestCaseData Race(string name, Request[] before, params Request?[] racing) =>
        Bulk(name, before, [.. racing.Select(r => new[] { r })]);

    // Each racer sends what it has one after another.
    private static TestCaseData Bulk(string name, Request[] before, params Request?[][] racing) =>
        new TestCaseData(before, racing).SetArgDisplayNames(name);

    // Every way in which the racers' requests can follow one another, each racer's own in its order.
    private static IEnumerable<IEnumerable<Request?>> Orders(Request?[][] racing) =>
        racing.All(r => r.Length == 0)
            ?
            [
                [],
            ]
            : Enumerable
                .Range(0, racing.Length)
                .Where(i => racing[i].Length > 0)
                .SelectMany(i => Orders([.. racing.Select((r, j) => j == i ? r[1..] : r)]).Select(rest => rest.Prepend(racing[i][0])));

    private static async Task OnThreads(int count, Func<int, Task> work)
    {
        using var start = new Barrier(count);
        await Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(i =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait();
                            work(i).GetAwaiter().GetResult();
                        },
                        CancellationToken.None,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
    }
}
